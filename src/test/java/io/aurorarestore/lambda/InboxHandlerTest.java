package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.Reconciler;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.engine.Trigger;
import io.aurorarestore.json.QueueMessages;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.LookedUp;
import io.aurorarestore.port.Lookup;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxHandlerTest {

    private static final Instant HAPPENED = Instant.parse("2026-11-21T02:00:00Z");
    private static final String SHARED = TestData.HOME.snapshotArn("shared");
    private static final String EVENT = "{\"source\":\"aws.rds\",\"detail\":{\"SourceArn\":\"" + SHARED
            + "\",\"Date\":\"" + HAPPENED + "\",\"Message\":\"Manual cluster snapshot created\"}}";

    private static final String ANSWER =
            "{\"id\":\"event-1\",\"source\":\"aurora-restore.client\",\"account\":\"123456789012\",\"detail-type\":\""
                    + "Restore Hook Completed\",\"detail\":{}}";

    private static final String WAKE_UP = QueueMessages.wakeUp(RestoreId.of("sound"), 1);

    private final RestoreId broken = RestoreId.of("broken");
    private final RestoreId sound = RestoreId.of("sound");
    private final List<RestoreId> looked = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final Metrics metrics =
            new Metrics("test", Clock.fixed(HAPPENED.plusMillis(1500), ZoneOffset.UTC), counted::add);
    private final List<Set<String>> asked = new ArrayList<>();
    private boolean storeIsDown;

    @Test
    void a_restore_that_cannot_be_worked_on_does_not_keep_an_event_from_the_others() {
        List<?> failures = handler()
                .work(batch(EVENT), new InvocationDeadline(Instant.now().plusSeconds(60)))
                .getBatchItemFailures();

        assertThat(failures).hasSize(1);
        assertThat(looked).containsExactly(broken, sound);
    }

    @Test
    void how_late_an_event_is_that_concerns_a_restore_is_counted() {
        handler().work(batch(EVENT), new InvocationDeadline(Instant.now().plusSeconds(60)));

        assertThat(counted).singleElement().asString().contains("\"EventLag\":1500");
    }

    private InboxHandler handler() {
        Ports ports = new Ports(TestData.HOME, null, null, null, null, null, restores(), null, null, null, null, null);
        Reconciler reconciler = new Reconciler(ports, RestorePlan.at(TestData.HOME), Clock.systemUTC(), entry -> {});
        MessageRouter router = new MessageRouter(
                restores(), null, new SnapshotTriggers(null, null, TestData.HOME), answers(), metrics);
        return new InboxHandler(router, reconciler, new BatchProcessor());
    }

    @Test
    void a_batch_asks_once_whom_its_events_concern_and_looks_at_a_restore_once() {
        List<?> failures = handler()
                .work(
                        batch(EVENT, event("foreign"), EVENT.replace("Manual", "Automated"), WAKE_UP),
                        new InvocationDeadline(Instant.now().plusSeconds(60)))
                .getBatchItemFailures();

        assertThat(asked)
                .singleElement()
                .satisfies(arns ->
                        assertThat(arns).containsExactlyInAnyOrder(SHARED, TestData.HOME.snapshotArn("foreign")));
        assertThat(looked).containsExactlyInAnyOrder(broken, sound, sound);
        assertThat(failures)
                .extracting(failure -> ((BatchItemFailure) failure).getItemIdentifier())
                .containsExactly("message-1", "message-3");
    }

    @Test
    void where_it_cannot_be_said_whom_they_concern_the_events_come_again_and_nothing_else_does() {
        storeIsDown = true;

        assertThat(handler()
                        .work(
                                batch(EVENT, WAKE_UP, event("foreign")),
                                new InvocationDeadline(Instant.now().plusSeconds(60)))
                        .getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("message-1", "message-3");
        assertThat(looked).containsExactly(sound);
    }

    @Test
    void an_event_about_what_is_no_arn_spoils_no_other() {
        List<?> failures = handler()
                .work(
                        batch(EVENT.replace(SHARED, "all"), EVENT.replace(SHARED, "arn:aws:rds:é"), event("foreign")),
                        new InvocationDeadline(Instant.now().plusSeconds(60)))
                .getBatchItemFailures();

        assertThat(failures).isEmpty();
        assertThat(asked).containsExactly(Set.of(TestData.HOME.snapshotArn("foreign")));
    }

    @Test
    void an_answer_is_looked_at_anew_since_it_is_written_down_only_then() {
        handler()
                .work(batch(EVENT, ANSWER), new InvocationDeadline(Instant.now().plusSeconds(60)));

        assertThat(looked).containsExactlyInAnyOrder(broken, sound, sound);
    }

    private HookAnswerProcessor answers() {
        return new HookAnswerProcessor(null) {
            @Override
            Uni<List<ReconcileTask>> answer(InboxMessage.Answered message) {
                return Uni.createFrom().item(List.of(new ReconcileTask(sound, Trigger.event("answer"))));
            }
        };
    }

    private static String event(String snapshot) {
        return EVENT.replace(SHARED, TestData.HOME.snapshotArn(snapshot));
    }

    private Restores restores() {
        return (Restores) Proxy.newProxyInstance(
                Restores.class.getClassLoader(), new Class<?>[] {Restores.class}, (proxy, method, arguments) -> {
                    return method.getName().equals("lookUp")
                            ? concerned((Lookup) arguments[0])
                            : load((RestoreId) arguments[0]);
                });
    }

    private Uni<?> concerned(Lookup wanted) {
        asked.add(wanted.arns());
        return storeIsDown
                ? Uni.createFrom().failure(new IllegalStateException("the store is down"))
                : Uni.createFrom().item(new LookedUp(Map.of(SHARED, List.of(broken, sound)), Map.of(), Map.of()));
    }

    private Uni<?> load(RestoreId id) {
        looked.add(id);
        return id.equals(broken)
                ? Uni.createFrom().failure(new IllegalStateException("unthought of"))
                : Uni.createFrom().item(Optional.empty());
    }

    private static SQSEvent batch(String... bodies) {
        SQSEvent batch = new SQSEvent();
        batch.setRecords(IntStream.range(0, bodies.length)
                .mapToObj(at -> message("message-" + (at + 1), bodies[at]))
                .toList());
        return batch;
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }
}
