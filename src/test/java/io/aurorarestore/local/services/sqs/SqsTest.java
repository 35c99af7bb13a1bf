package io.aurorarestore.local.services.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.Eventually;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqsTest {

    private static final String EAST = "us-east-1";

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final Sqs sqs = new Sqs(endpoint.port(), 600);
    private final SqsClient client = new LocalClients(endpoint).in(EAST, SqsClient.builder());

    @BeforeAll
    void start() {
        endpoint.serve("sqs", sqs);
        endpoint.start();
    }

    @AfterAll
    void stop() {
        endpoint.close();
        sqs.close();
    }

    @Test
    void creates_a_queue_as_the_template_has_it() {
        sqs.createQueue(EAST, Map.of("QueueName", "dead", "MessageRetentionPeriod", 1209600));
        String url = sqs.createQueue(
                EAST,
                Map.of(
                        "QueueName",
                        "living",
                        "VisibilityTimeout",
                        360,
                        "RedrivePolicy",
                        Map.of(
                                "deadLetterTargetArn", "arn:aws:sqs:us-east-1:123456789012:dead",
                                "maxReceiveCount", "5"),
                        "SqsManagedSseEnabled",
                        true));

        assertThat(url).isEqualTo("http://localhost:%d/123456789012/living".formatted(endpoint.port()));
        assertThat(client.getQueueUrl(get -> get.queueName("living")).queueUrl())
                .isEqualTo(url);
        assertThat(client.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes())
                .containsEntry(QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:us-east-1:123456789012:living")
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "360")
                .containsKey(QueueAttributeName.REDRIVE_POLICY);
    }

    @Test
    void a_message_sent_over_http_is_received_from_within() {
        Queue queue = aQueue();
        client.sendMessage(send -> send.queueUrl(queue.url())
                .messageBody("hello")
                .messageAttributes(Map.of(
                        "kind",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("greeting")
                                .build())));

        ReceivedMessage message = Eventually.message(queue);

        assertThat(message.body()).isEqualTo("hello");
        assertThat(message.md5OfBody()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(message.messageAttributes().at("/kind/StringValue").asText()).isEqualTo("greeting");
        assertThat(message.attributes())
                .containsEntry("ApproximateReceiveCount", "1")
                .containsKeys("SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp");
    }

    @Test
    void a_message_sent_from_within_is_received_over_http() {
        Queue queue = aQueue();
        var attributes = Json.object();
        attributes.putObject("kind").put("DataType", "String").put("StringValue", "greeting");
        queue.send("hello", attributes);

        var received = client.receiveMessage(receive ->
                receive.queueUrl(queue.url()).messageAttributeNames("All").waitTimeSeconds(20));

        assertThat(received.messages()).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("hello");
            assertThat(Objects.requireNonNull(message.messageAttributes().get("kind"))
                            .stringValue())
                    .isEqualTo("greeting");
        });
    }

    @Test
    void waits_for_a_message_that_comes_later() {
        Queue queue = aQueue();
        var waiting = CompletableFuture.supplyAsync(() ->
                client.receiveMessage(receive -> receive.queueUrl(queue.url()).waitTimeSeconds(20)));

        queue.send("late");

        assertThat(waiting.join().messages())
                .extracting(message -> message.body())
                .containsExactly("late");
    }

    @Test
    void a_long_delay_passes_at_the_simulated_speed() {
        Queue queue = aQueue();
        client.sendMessage(
                send -> send.queueUrl(queue.url()).messageBody("later").delaySeconds(900));
        var entry = SendMessageBatchRequestEntry.builder()
                .id("1")
                .messageBody("later")
                .delaySeconds(600);
        client.sendMessageBatch(send -> send.queueUrl(queue.url()).entries(entry.build()));

        assertThat(List.of(Eventually.message(queue), Eventually.message(queue)))
                .extracting(ReceivedMessage::body)
                .containsExactly("later", "later");
    }

    @Test
    void a_message_made_visible_comes_again_and_a_deleted_one_does_not() {
        Queue queue = aQueue();
        queue.send("again");

        queue.changeVisibility(receiveOne(queue).receiptHandle(), Duration.ZERO);
        ReceivedMessage again = receiveOne(queue);
        queue.delete(again.receiptHandle());

        assertThat(again.attributes()).containsEntry("ApproximateReceiveCount", "2");
        assertThat(queue.receive(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_message_received_too_often_goes_to_the_dead_letter_queue() {
        Queue dead = aQueue();
        Queue queue = aQueue(Map.of("deadLetterTargetArn", dead.arn(), "maxReceiveCount", 1));
        queue.send("poison");

        queue.changeVisibility(receiveOne(queue).receiptHandle(), Duration.ZERO);

        assertThat(queue.receive(1, Duration.ZERO)).isEmpty();
        assertThat(receiveOne(dead).body()).isEqualTo("poison");
    }

    @Test
    void regions_are_apart() {
        Queue queue = aQueue();
        String name = queue.arn().substring(queue.arn().lastIndexOf(':') + 1);
        var west = new LocalClients(endpoint).in("us-west-2", SqsClient.builder());

        assertThatThrownBy(() -> west.getQueueUrl(get -> get.queueName(name)))
                .isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void an_unknown_queue_is_awss_own_error() {
        assertThatThrownBy(() -> client.sendMessage(
                        send -> send.queueUrl(sqs.queue(EAST, "nowhere").url()).messageBody("x")))
                .isInstanceOfSatisfying(
                        QueueDoesNotExistException.class,
                        error -> assertThat(error.awsErrorDetails().errorCode())
                                .isIn("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist"));
        assertThatThrownBy(() ->
                        sqs.queue("arn:aws:sqs:us-east-1:123456789012:nowhere").send("x"))
                .isInstanceOfSatisfying(
                        AwsException.class, error -> assertThat(error.code()).isEqualTo("QueueDoesNotExist"));
    }

    @Test
    void closing_ends_the_waiting_for_messages() {
        var closing = new Sqs(endpoint.port(), 1);
        closing.createQueue(EAST, Map.of("QueueName", "silent"));
        Queue queue = closing.queue(EAST, "silent");
        queue.receive(1, Duration.ZERO);
        var waiting = CompletableFuture.supplyAsync(() -> queue.receive(1, Duration.ofSeconds(20)));

        closing.close();

        assertThatThrownBy(waiting::join).hasCauseInstanceOf(AwsException.class);
    }

    private Queue aQueue() {
        String name = UUID.randomUUID().toString();
        sqs.createQueue(EAST, Map.of("QueueName", name));
        return sqs.queue(EAST, name);
    }

    private Queue aQueue(Map<String, Object> redrivePolicy) {
        String name = UUID.randomUUID().toString();
        sqs.createQueue(EAST, Map.of("QueueName", name, "RedrivePolicy", redrivePolicy));
        return sqs.queue(EAST, name);
    }

    private ReceivedMessage receiveOne(Queue queue) {
        return Eventually.message(queue);
    }
}
