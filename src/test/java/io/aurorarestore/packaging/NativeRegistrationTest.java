package io.aurorarestore.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.aurorarestore.OurClasses;
import io.aurorarestore.json.QueueMessage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A native executable knows by reflection only what is registered, and carries only the resources that are listed. A
 * gap shows there and nowhere else, so it is looked for here. What the handlers take and answer, Quarkus registers.
 */
class NativeRegistrationTest {

    private static final JavaClasses OURS = OurClasses.ALL;

    private final Set<String> registered = Registered.in(OURS);

    @Test
    void all_that_jackson_reads_and_writes_is_registered() {
        assertThat(registered).containsAll(BoundTypes.of(QueueMessage.class));
    }

    @Test
    void all_that_tells_jackson_how_is_registered() {
        Set<String> annotated = OURS.stream()
                .filter(one -> one.isMetaAnnotatedWith(JacksonAnnotation.class))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

        assertThat(annotated).isNotEmpty();
        assertThat(registered).containsAll(annotated);
    }

    @Test
    void nothing_of_ours_is_registered_that_nobody_reads_or_writes() {
        Set<String> idle = new TreeSet<>(registered);
        idle.removeIf(name -> !name.startsWith("io.aurorarestore."));
        idle.removeAll(BoundTypes.of(QueueMessage.class));

        assertThat(idle).allMatch(name -> OURS.get(name).isMetaAnnotatedWith(JacksonAnnotation.class));
    }

    @Test
    void what_is_registered_exists() {
        assertThat(registered)
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }

    @Test
    void every_resource_of_ours_is_included() throws IOException {
        assertThat(Resources.ours()).isNotEmpty().allMatch(Resources::included);
    }

    @Test
    void every_resource_that_is_read_is_included() {
        List<Class<?>> readers = OURS.stream()
                .filter(one -> one.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().startsWith("getResource")))
                .<Class<?>>map(JavaClass::reflect)
                .toList();

        assertThat(readers)
                .isNotEmpty()
                .allSatisfy(reader ->
                        assertThat(Resources.namedBy(reader)).isNotEmpty().allMatch(Resources::included));
    }

    /** PostgreSQL's password exchange finds its string preparation as a service. */
    @Test
    void the_string_preparation_of_passwords_is_registered_and_included() {
        assertThat(registered).contains("com.ongres.saslprep.SASLprep");
        assertThat(Resources.included("META-INF/services/com.ongres.stringprep.Profile"))
                .isTrue();
    }
}
