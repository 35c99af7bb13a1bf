package io.aurorarestore.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.engine.DryRunInEmptyAccount;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.fuzz.Fuzz;
import io.aurorarestore.fuzz.Samples;
import io.aurorarestore.intake.HookAnswers;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.RestoreViews;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

public class ApiFuzzTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public static final Fuzz.Target CALLS = ApiFuzzTest::ask;

    private static final StepSequence PLAN = RestorePlan.at(TestData.HOME);
    private static final Set<String> DOCUMENTS = Set.of(
            ApiDocuments.description().toApiGateway().getBody(),
            ApiDocuments.requestSchema().toApiGateway().getBody());
    private static final Clock CLOCK = Clock.fixed(TestData.NOW, ZoneOffset.UTC);
    private static final OneProfile PROFILES = new OneProfile(() -> ProfileReader.read(Samples.PROFILE));

    @Test
    void whatever_is_asked_is_answered_and_nothing_breaks_the_service() {
        Fuzz.run(calls(), CALLS);
    }

    private static void ask(String text) throws JsonProcessingException {
        Optional<APIGatewayV2HTTPEvent> event = read(text);
        if (event.isPresent()) {
            InMemoryRestores store = new InMemoryRestores(TestData.HOME);
            DryRunInEmptyAccount rehearsal = new DryRunInEmptyAccount(store, PROFILES);
            ApiHandler handler = handler(store, rehearsal);
            assertAnswered(handler.handleRequest(event.get(), null));
            rehearsal.answer();
            for (DatabaseJob job : rehearsal.asked) {
                String plan = call("GET", "/dry-runs/" + job.restore(), "", null);
                assertAnswered(handler.handleRequest(read(plan).orElseThrow(), null));
            }
        }
    }

    private static void assertAnswered(APIGatewayV2HTTPResponse answer) throws JsonProcessingException {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isBetween(200, 499);
        if (DOCUMENTS.contains(answer.getBody())) {
            return;
        }
        assertThat(JSON.readTree(answer.getBody()).isObject()).isTrue();
        assertThat(answer.getBody()).hasSizeLessThan(200_000).matches(PlainText::isPlain);
    }

    @Test
    void a_call_of_which_nothing_is_there_is_answered() {
        assertThat(handler().handleRequest(new APIGatewayV2HTTPEvent(), null).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void a_body_that_is_not_what_it_says_is_refused() {
        APIGatewayV2HTTPEvent event =
                read(call("POST", "/restores", "", "*not base64*")).orElseThrow();
        event.setIsBase64Encoded(true);

        assertThat(handler().handleRequest(event, null).getStatusCode()).isEqualTo(400);
    }

    /** What cannot be one of API Gateway's events does not come here. */
    private static Optional<APIGatewayV2HTTPEvent> read(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, APIGatewayV2HTTPEvent.class));
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    public static List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (Route route : Route.values()) {
            String path = route.path().replace("{id}", TestData.ID.value()).replace("{name}", "default");
            calls.add(call(route.method(), path, "limit=5", route.changes() ? "{\"reason\":\"why\"}" : null));
        }
        Samples.requests().forEach(body -> calls.add(call("POST", "/restores", "dryRun=true", body)));
        Samples.requests().forEach(body -> calls.add(call("POST", "/restores", "", body)));
        calls.add(call("GET", "/restores", "target=orders-drill&status=RUNNING&next=abc", null));
        return calls;
    }

    private static String call(String method, String path, String query, String body) {
        ObjectNode event = JSON.createObjectNode().put("rawPath", path).put("isBase64Encoded", false);
        event.putObject("headers").put("Content-Type", "application/json").put("Idempotency-Key", "a key");
        ObjectNode parameters = event.putObject("queryStringParameters");
        for (String one : query.split("&")) {
            if (one.contains("=")) {
                parameters.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
            }
        }
        ObjectNode context = event.putObject("requestContext").put("requestId", "call-1");
        context.putObject("http").put("method", method).put("path", path);
        ObjectNode authorizer = context.putObject("authorizer");
        authorizer.putObject("iam").put("userArn", "arn:aws:iam::123456789012:user/ops");
        authorizer.putObject("jwt").putObject("claims").put("sub", "ops");
        return event.put("body", body).toString();
    }

    private static ApiHandler handler() {
        InMemoryRestores store = new InMemoryRestores(TestData.HOME);
        return handler(store, new DryRunInEmptyAccount(store, PROFILES));
    }

    private static ApiHandler handler(InMemoryRestores store, DryRunInEmptyAccount rehearsal) {
        return new ApiHandler(new Api(
                store,
                views(),
                PROFILES,
                new Intake(store, PROFILES, PLAN, CLOCK, entry -> {}),
                rehearsal.dryRun(),
                new OperatorActions(store, PROFILES, PLAN, CLOCK, entry -> {}),
                new HookAnswers(store, PROFILES, CLOCK, entry -> {}),
                (id, chain, delay) -> Uni.createFrom().voidItem(),
                new HttpRejections(store, CLOCK),
                TestData.HOME));
    }

    private static RestoreViews views() {
        return new RestoreViews() {
            @Override
            public Uni<Page<Listed>> list(Query query) {
                return Uni.createFrom().item(new Page<>(List.of(), query.next()));
            }

            @Override
            public Uni<List<Restore>> retirements(int atMost) {
                return Uni.createFrom().item(List.of());
            }

            @Override
            public Uni<Page<AuditEntry>> audit(RestoreId id, int limit, long after) {
                return Uni.createFrom().item(new Page<>(List.of(), Optional.empty()));
            }
        };
    }
}
