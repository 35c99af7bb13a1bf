package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.Reconciler;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboxHandlerTest {

    private static final Instant HAPPENED = Instant.parse("2026-11-21T02:00:00Z");
    private static final String EVENT = "{\"source\":\"aws.rds\",\"detail\":{\"SourceArn\":\""
            + TestData.HOME.snapshotArn("shared") + "\",\"Date\":\"" + HAPPENED
            + "\",\"Message\":\"Manual cluster snapshot created\"}}";

    private final RestoreId broken = RestoreId.of("broken");
    private final RestoreId sound = RestoreId.of("sound");
    private final List<RestoreId> looked = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final Metrics metrics =
            new Metrics("test", Clock.fixed(HAPPENED.plusMillis(1500), ZoneOffset.UTC), counted::add);

    @Test
    void a_restore_that_cannot_be_worked_on_does_not_keep_an_event_from_the_others() {
        Ports ports = new Ports(TestData.HOME, null, null, null, null, null, restores(), null, null, null, null, null);
        Reconciler reconciler = new Reconciler(ports, RestorePlan.at(TestData.HOME), Clock.systemUTC(), entry -> {});
        MessageRouter router =
                new MessageRouter(restores(), null, new SnapshotTriggers(null, null, TestData.HOME), null, metrics);
        InboxHandler handler = new InboxHandler(router, reconciler, new BatchProcessor());

        List<?> failures = handler.work(
                        batch(), new InvocationDeadline(Instant.now().plusSeconds(60)))
                .getBatchItemFailures();

        assertThat(failures).hasSize(1);
        assertThat(looked).containsExactly(broken, sound);
    }

    @Test
    void how_late_an_event_is_that_concerns_a_restore_is_counted() {
        MessageRouter router =
                new MessageRouter(restores(), null, new SnapshotTriggers(null, null, TestData.HOME), null, metrics);

        router.route(new InboxMessageParser().parse(batch().getRecords().get(0)))
                .await()
                .indefinitely();

        assertThat(counted).singleElement().asString().contains("\"EventLag\":1500");
    }

    private Restores restores() {
        return (Restores) Proxy.newProxyInstance(
                Restores.class.getClassLoader(), new Class<?>[] {Restores.class}, (proxy, method, arguments) -> {
                    return method.getName().equals("interestedIn")
                            ? Uni.createFrom().item(List.of(broken, sound))
                            : load((RestoreId) arguments[0]);
                });
    }

    private Uni<?> load(RestoreId id) {
        looked.add(id);
        return id.equals(broken)
                ? Uni.createFrom().failure(new IllegalStateException("unthought of"))
                : Uni.createFrom().item(Optional.empty());
    }

    private static SQSEvent batch() {
        SQSMessage message = new SQSMessage();
        message.setMessageId("message-1");
        message.setBody(EVENT);
        SQSEvent batch = new SQSEvent();
        batch.setRecords(List.of(message));
        return batch;
    }
}
