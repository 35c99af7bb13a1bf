package io.aurorarestore.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.aurorarestore.callpath.CallPath;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.plan.RestorePlan;
import io.smallrye.mutiny.Uni;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many methods of ours a request passes: {@code ./mvnw -Pbench} writes them to target/request-path.txt. */
class RequestPathCount {

    private static final int MOST_METHODS = 170;
    private static final int MOST_TYPES = 50;
    private static final int DEEPEST_METHODS = 60;
    private static final int DEEPEST_TYPES = 25;

    private static final Clock CLOCK = Clock.fixed(TestData.NOW, ZoneOffset.UTC);

    @Test
    void a_request_is_opened_and_answered() throws Exception {
        ApiHandler handler = handler();

        handler.handleRequest(request("warm-up"), null); // what runs but once is no part of the way
        CallPath path = CallPath.to("the answer", () -> handler.handleRequest(request("measured"), null));

        Files.writeString(Path.of("target", "request-path.txt"), path.inWords() + "\n");
        assertThat(path.methods()).as(path::inWords).hasSizeLessThanOrEqualTo(MOST_METHODS);
        assertThat(path.types()).as(path::inWords).hasSizeLessThanOrEqualTo(MOST_TYPES);
        assertThat(path.deepest()).as(path::inWords).hasSizeBetween(2, DEEPEST_METHODS);
        assertThat(CallPath.types(path.deepest())).as(path::inWords).hasSizeLessThanOrEqualTo(DEEPEST_TYPES);
    }

    private static ApiHandler handler() {
        InMemoryRestores store = new InMemoryRestores(TestData.HOME);
        OneProfile profiles = new OneProfile(
                () -> TestData.profile(Optional.of(List.of("*")), Optional.of(List.of("*")), ClusterSettings.NONE));
        Intake intake = new Intake(store, profiles, RestorePlan.at(TestData.HOME), CLOCK, entry -> {});
        return new ApiHandler(new Api(
                store,
                null,
                profiles,
                intake,
                null,
                null,
                null,
                (id, chain, delay) -> Uni.createFrom().voidItem(),
                new HttpRejections(store, CLOCK),
                TestData.HOME));
    }

    private static APIGatewayV2HTTPEvent request(String key) {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath("/restores")
                .withHeaders(Map.of("content-type", "application/json", "idempotency-key", key))
                .withBody("{\"target\":\"orders-" + key + "\",\"source\":{\"cluster\":\"orders-prod\"}}")
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withRequestId(key)
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod("POST")
                                .withPath("/restores")
                                .build())
                        .build())
                .build();
    }
}
