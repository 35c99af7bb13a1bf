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
import io.aurorarestore.port.CallFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    @Test
    void what_cannot_be_sent_fails() {
        assertThatThrownBy(() ->
                        queues("nowhere").sendAll(TEN, 7, Duration.ZERO).await().indefinitely())
                .isInstanceOf(CallFailedException.class)
                .hasMessageContaining("NonExistentQueue");
    }

    private Queues queues(String name) {
        String url = sqs.queue(REGION, name).url();
        return new Queues(client, Configured.with(Map.of("inbox-url", url)));
    }
}
