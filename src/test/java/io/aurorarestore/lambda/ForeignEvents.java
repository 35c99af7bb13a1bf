package io.aurorarestore.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.aurorarestore.engine.Reconciler;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.Restores;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.IntStream;

/** RDS events that concern no restore, on their way through the handler of the inbox. */
public final class ForeignEvents {

    private final InboxHandler handler;

    public ForeignEvents(Restores restores) {
        Ports ports = new Ports(TestData.HOME, null, null, null, null, null, restores, null, null, null, null, null);
        Reconciler reconciler = new Reconciler(ports, RestorePlan.at(TestData.HOME), Clock.systemUTC(), entry -> {});
        MessageRouter router =
                new MessageRouter(restores, null, new SnapshotTriggers(null, null, TestData.HOME), null, null);
        handler = new InboxHandler(router, reconciler, new BatchProcessor());
    }

    /** One batch of so many messages. */
    public void takeIn(int messages) {
        SQSEvent batch = new SQSEvent();
        batch.setRecords(
                IntStream.range(0, messages).mapToObj(ForeignEvents::message).toList());
        if (!handler.work(batch, new InvocationDeadline(Instant.now().plusSeconds(60)))
                .getBatchItemFailures()
                .isEmpty()) {
            throw new AssertionError("a foreign event failed");
        }
    }

    private static SQSMessage message(int number) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("message-" + number);
        message.setBody("{\"source\":\"aws.rds\",\"detail-type\":\"RDS DB Cluster Event\",\"detail\":{\"SourceArn\":\""
                + TestData.HOME.clusterArn("foreign-" + number)
                + "\",\"EventID\":\"RDS-EVENT-0170\",\"Message\":\"DB cluster created\"}}");
        return message;
    }
}
