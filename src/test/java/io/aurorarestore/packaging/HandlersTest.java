package io.aurorarestore.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The application stands up with what {@code quarkus:dev} sets, and has each handler that the template names. */
@QuarkusTest
@TestProfile(HandlersTest.Dev.class)
class HandlersTest {

    private static final Pattern HANDLER = Pattern.compile("QUARKUS_LAMBDA_HANDLER: (\\w+)");

    /** As for {@code ./mvnw quarkus:dev}. */
    public static final class Dev implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "dev";
        }
    }

    @Inject
    @Any
    Instance<RequestHandler<?, ?>> handlers;

    @Inject
    @Any
    Instance<RequestStreamHandler> streamHandlers;

    @Test
    void every_handler_of_the_template_is_there_with_all_it_needs() throws Exception {
        List<String> named = HANDLER.matcher(Files.readString(Path.of("deploy/template.yaml")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named)
                .hasSize(6)
                .allSatisfy(name -> assertThat(handler(name)).isNotNull());
    }

    private Object handler(String name) {
        NamedLiteral qualifier = NamedLiteral.of(name);
        Instance<? extends RequestHandler<?, ?>> some = handlers.select(qualifier);
        return some.isUnsatisfied() ? streamHandlers.select(qualifier).get() : some.get();
    }
}
