package io.aurorarestore.adapter.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.adapter.Configured;
import io.aurorarestore.json.QueueMessages;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.sqs.ReceivedMessage;
import io.aurorarestore.local.services.sqs.Sqs;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.port.CallFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class QueuesTest {

    private static final String REGION = "us-east-1";
    private static final List<RestoreId> TEN = IntStream.range(0, 10)
            .mapToObj(number -> RestoreId.of("request " + number))
            .toList();

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final Sqs sqs = new Sqs(endpoint.port(), 1);
    private final SqsAsyncClient client = new LocalClients(endpoint).async(REGION, SqsAsyncClient.builder());

    @BeforeEach
    void start() {
        endpoint.serve("sqs", sqs);
        endpoint.start();
        sqs.createQueue(REGION, Map.of("QueueName", "inbox"));
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
        sqs.close();
    }

    @Test
    void many_are_woken_by_one_call() {
        queues("inbox").sendAll(TEN, 7, Duration.ZERO).await().indefinitely();

        assertThat(sqs.queue(REGION, "inbox").receive(10, Duration.ofSeconds(20)))
                .extracting(ReceivedMessage::body)
                .containsExactlyInAnyOrderElementsOf(
                        TEN.stream().map(id -> QueueMessages.wakeUp(id, 7)).toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = StepName.class,
            names = {"PREFLIGHT", "CONFIGURE_DATABASE", "VERIFY_RESTORE", "VERIFY_ENDPOINT"})
    void what_takes_seconds_waits_in_no_queue_behind_what_takes_hours(StepName step) {
        List.of("database", "long-jobs").forEach(name -> sqs.createQueue(REGION, Map.of("QueueName", name)));
        boolean isLong = step == StepName.CONFIGURE_DATABASE || step == StepName.VERIFY_RESTORE;
        DatabaseJob job = new DatabaseJob(TEN.get(0), step, 1, 1);

        queues("inbox").send(job).await().indefinitely();

        assertThat(sqs.queue(REGION, isLong ? "long-jobs" : "database").receive(10, Duration.ofSeconds(20)))
                .extracting(ReceivedMessage::body)
                .containsExactly(QueueMessages.job(job));
    }

    @Test
    void what_cannot_be_sent_fails() {
        assertThatThrownBy(() ->
                        queues("nowhere").sendAll(TEN, 7, Duration.ZERO).await().indefinitely())
                .isInstanceOf(CallFailedException.class)
                .hasMessageContaining("NonExistentQueue");
    }

    private Queues queues(String name) {
        String url = sqs.queue(REGION, name).url();
        return new Queues(
                client,
                Configured.with(Map.of(
                        "inbox-url", url,
                        "database-url", url.replace(name, "database"),
                        "long-jobs-url", url.replace(name, "long-jobs"))));
    }
}
