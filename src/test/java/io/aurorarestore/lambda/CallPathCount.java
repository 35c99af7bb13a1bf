package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.callpath.CallPath;
import io.aurorarestore.engine.Reconciler;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.LookedUp;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many methods of ours a message passes on its way: {@code ./mvnw -Pbench} writes them to target/call-path.txt. */
class CallPathCount {

    private static final int MOST_METHODS = 119;
    private static final int MOST_TYPES = 43;
    private static final int DEEPEST_METHODS = 25;
    private static final int DEEPEST_TYPES = 15;

    /** The restored cluster is not there yet. */
    private static final Aurora AURORA = answering(Aurora.class, Map.of("clusters", List.of()));

    @Test
    void an_rds_event_reaches_the_decision_of_its_step() throws Exception {
        Restore waiting = TestData.acted(TestData.staged(StepName.RESTORE_CLUSTER), "restore");
        InboxHandler handler = handler(waiting);
        SQSEvent batch = batch(waiting);
        InvocationDeadline deadline = new InvocationDeadline(Instant.now().plusSeconds(60));

        handler.work(batch, deadline); // what runs but once, because classes are new, is no part of the way
        CallPath path = CallPath.to("RestoreClusterStep.decide", () -> handler.work(batch, deadline));

        Files.writeString(Path.of("target", "call-path.txt"), path.inWords() + "\n");
        assertThat(path.reached()).isTrue();
        assertThat(path.methods()).as(path::inWords).hasSizeLessThanOrEqualTo(MOST_METHODS);
        assertThat(path.types()).as(path::inWords).hasSizeLessThanOrEqualTo(MOST_TYPES);
        assertThat(path.deepest()).as(path::inWords).hasSizeBetween(2, DEEPEST_METHODS);
        assertThat(CallPath.types(path.deepest())).as(path::inWords).hasSizeLessThanOrEqualTo(DEEPEST_TYPES);
    }

    private static InboxHandler handler(Restore waiting) {
        Restores store = store(waiting);
        Ports ports = new Ports(
                TestData.HOME,
                AURORA,
                null,
                null,
                null,
                null,
                store,
                (id, chain, delay) -> Uni.createFrom().voidItem(),
                announcement -> Uni.createFrom().voidItem(),
                changes -> Uni.createFrom().item(List.of()),
                null,
                null);
        Reconciler reconciler = new Reconciler(
                ports, RestorePlan.at(TestData.HOME), Clock.fixed(TestData.NOW, ZoneOffset.UTC), entry -> {});
        Metrics metrics = new Metrics("a test", Clock.fixed(TestData.NOW, ZoneOffset.UTC), line -> {});
        MessageRouter router =
                new MessageRouter(store, null, new SnapshotTriggers(null, null, TestData.HOME), null, metrics);
        return new InboxHandler(router, reconciler, new BatchProcessor());
    }

    private static Restores store(Restore waiting) {
        return answering(
                Restores.class,
                Map.of(
                        "lookUp",
                        new LookedUp(
                                Map.of(TestData.HOME.clusterArn(waiting.names().staging()), List.of(waiting.id())),
                                Map.of(waiting.id(), waiting),
                                Map.of()),
                        "commit",
                        true));
    }

    private static <P> P answering(Class<P> port, Map<String, ?> answers) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> Uni.createFrom().item(answers.get(method.getName()))));
    }

    private static SQSEvent batch(Restore restore) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("message-1");
        message.setBody("{\"source\":\"aws.rds\",\"detail\":{\"SourceArn\":\""
                + TestData.HOME.clusterArn(restore.names().staging())
                + "\",\"EventID\":\"RDS-EVENT-0170\",\"Message\":\"DB cluster created\"}}");
        SQSEvent batch = new SQSEvent();
        batch.setRecords(List.of(message));
        return batch;
    }
}
