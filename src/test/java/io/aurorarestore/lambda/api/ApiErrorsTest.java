package io.aurorarestore.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.HookAnswers;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.RestoreViews;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only what reads requests says that a request is wrong. */
class ApiErrorsTest {

    private static final Logger LOG = Logger.getLogger(ApiHandler.class.getName());
    private static final Clock CLOCK = Clock.fixed(TestData.NOW, ZoneOffset.UTC);
    private static final String BODY = "{\"target\":\"orders-drill\",\"source\":{\"cluster\":\"orders-prod\"}}";

    private RuntimeException thrown = new IllegalArgumentException("no enum constant hunter2");

    @BeforeEach
    void beSilent() {
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    void speakAgain() {
        LOG.setLevel(null);
    }

    @Test
    void an_argument_that_is_wrong_deep_in_the_service_is_no_mistake_of_the_caller() {
        assertUnexpected(ask("GET", "/restores", ""));
        assertUnexpected(ask("GET", "/restores/" + TestData.ID + "/audit", ""));
        assertUnexpected(ask("POST", "/restores", BODY));
        assertUnexpected(ask("GET", "/profiles/default", ""));
    }

    @Test
    void what_refuses_says_so() {
        thrown = new RequestRejectedException(FailureCode.INVALID_REQUEST, "next is not of an earlier page.");

        HttpResponse answer = ask("GET", "/restores", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asText()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void a_request_that_cannot_be_read_is_the_callers_mistake_whatever_the_rest_does() {
        assertThat(ask("POST", "/restores", "{}").status()).isEqualTo(400);
        assertThat(ask("POST", "/restores/" + TestData.ID + "/cancel", "{\"reason\":1}")
                        .status())
                .isEqualTo(400);
    }

    private static void assertUnexpected(HttpResponse answer) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().path("code").asText()).isEqualTo("UNEXPECTED");
        assertThat(answer.body().toString()).doesNotContain("hunter2");
    }

    private HttpResponse ask(String method, String path, String body) {
        InMemoryRestores store = new InMemoryRestores(TestData.HOME);
        store.put(TestData.restore(RestorePlan.at(TestData.HOME).first()));
        OneProfile profiles = new OneProfile(() -> {
            throw thrown;
        });
        StepSequence plan = RestorePlan.at(TestData.HOME);
        Api api = new Api(
                store,
                views(),
                profiles,
                new Intake(store, profiles, plan, CLOCK, entry -> {}),
                null,
                new OperatorActions(store, profiles, plan, CLOCK, entry -> {}),
                new HookAnswers(store, profiles, CLOCK, entry -> {}),
                (id, chain, delay) -> Uni.createFrom().voidItem(),
                new HttpRejections(store, CLOCK),
                TestData.HOME);
        Map<String, String> headers = Map.of("content-type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new ApiHandler(api).answer(new HttpRequest(method, path, Map.of(), headers, bytes, "ops", "call-1"));
    }

    private RestoreViews views() {
        return new RestoreViews() {
            @Override
            public Uni<Page<Listed>> list(Query query) {
                throw thrown;
            }

            @Override
            public Uni<List<Restore>> retirements(int atMost) {
                return Uni.createFrom().failure(thrown);
            }

            @Override
            public Uni<Page<AuditEntry>> audit(RestoreId id, int limit, long after) {
                return Uni.createFrom().failure(thrown);
            }
        };
    }
}
