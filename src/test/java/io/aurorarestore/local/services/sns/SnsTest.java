package io.aurorarestore.local.services.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.Eventually;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.services.sqs.ReceivedMessage;
import io.aurorarestore.local.services.sqs.Sqs;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnsTest {

    private static final String EAST = "us-east-1";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:11:12Z"), ZoneOffset.UTC);

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final Sqs sqs = new Sqs(endpoint.port(), 1);
    private final SnsClient client = new LocalClients(endpoint).in(EAST, SnsClient.builder());
    private Sns sns;
    private String topic;

    @BeforeAll
    void start() {
        endpoint.start();
    }

    @BeforeEach
    void aTopic() {
        sns = new Sns(sqs, CLOCK, endpoint.uri());
        endpoint.serve("sns", sns.service());
        topic = sns.createTopic(EAST, Map.of("TopicName", "news"));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        sqs.close();
    }

    @Test
    void creates_a_topic_once() {
        assertThat(topic).isEqualTo("arn:aws:sns:us-east-1:123456789012:news");
        assertThat(sns.createTopic(EAST, Map.of("TopicName", "news"))).isEqualTo(topic);
    }

    @Test
    void keeps_what_was_published() {
        assertThat(sns.toJson()).isEqualTo(Json.read("[]"));

        String id = publish(publish -> publish.subject("Done & dusted")
                .message("<it> is\nready")
                .messageAttributes(Map.of("status", attribute("SUCCEEDED"))));

        assertThat(sns.toJson()).isEqualTo(Json.read("""
                        [{"topicArn":"%s", "messageId":"%s", "subject":"Done & dusted", "message":"<it> is\\nready",
                          "messageAttributes":{"status":{"Type":"String","Value":"SUCCEEDED"}},
                          "timestamp":"2026-11-24T10:11:12.000Z"}]
                        """.formatted(topic, id)));
    }

    @Test
    void delivers_to_a_queue_in_an_envelope() {
        Queue queue = aQueue();
        client.subscribe(subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint(queue.arn()));

        String id = publish(publish -> publish.subject("Hi").message("there"));

        JsonNode envelope = Json.read(receive(queue).body());
        assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
        assertThat(envelope.path("MessageId").asText()).isEqualTo(id);
        assertThat(envelope.path("TopicArn").asText()).isEqualTo(topic);
        assertThat(envelope.path("Subject").asText()).isEqualTo("Hi");
        assertThat(envelope.path("Message").asText()).isEqualTo("there");
        assertThat(envelope.path("Timestamp").asText()).isEqualTo("2026-11-24T10:11:12.000Z");
    }

    @Test
    void delivers_raw_where_asked_with_the_attributes_as_the_messages_own() {
        Queue queue = aQueue();
        String subscription = client.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint(queue.arn()))
                .subscriptionArn();
        client.setSubscriptionAttributes(set -> set.subscriptionArn(subscription)
                .attributeName("RawMessageDelivery")
                .attributeValue("true"));

        publish(publish -> publish.message("raw").messageAttributes(Map.of("status", attribute("FAILED"))));

        ReceivedMessage message = receive(queue);
        assertThat(message.body()).isEqualTo("raw");
        assertThat(message.messageAttributes().at("/status/StringValue").asText())
                .isEqualTo("FAILED");
        assertThat(client.getSubscriptionAttributes(get -> get.subscriptionArn(subscription))
                        .attributes())
                .containsEntry("RawMessageDelivery", "true");
    }

    @Test
    void a_structured_message_has_a_text_for_each_protocol() {
        Queue queue = aQueue();
        client.subscribe(subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint(queue.arn()));

        publish(publish -> publish.messageStructure("json").message("{\"default\":\"d\",\"sqs\":\"q\"}"));

        assertThat(Json.read(receive(queue).body()).path("Message").asText()).isEqualTo("q");
        assertThat(sns.toJson().get(0).path("message").asText()).isEqualTo("q");
        assertThat(sns.toJson().get(0).path("default").asText()).isEqualTo("d");
    }

    @Test
    void a_protocol_without_a_text_of_its_own_gets_the_default() {
        Queue queue = aQueue();
        subscribe(queue);

        publish(publish -> publish.messageStructure("json").message("{\"default\":\"d\",\"sqs\":{\"no\":\"text\"}}"));

        assertThat(Json.read(receive(queue).body()).path("Message").asText()).isEqualTo("d");
    }

    @Test
    void subscriptions_are_listed_until_they_end() {
        Queue queue = aQueue();
        String one = subscribe(queue);

        assertThat(subscribe(queue)).isEqualTo(one);
        assertThat(client.listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions())
                .extracting(each -> each.endpoint())
                .containsExactly(queue.arn());

        client.unsubscribe(unsubscribe -> unsubscribe.subscriptionArn(one));
        assertThat(client.listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions())
                .isEmpty();
    }

    @Test
    void refuses_what_sns_refuses() {
        assertThatThrownBy(
                        () -> publish(publish -> publish.topicArn(topic + "x").message("m")))
                .isInstanceOf(NotFoundException.class);
        refuses("Subject", publish -> publish.subject("x".repeat(101)).message("m"));
        refuses("Subject", publish -> publish.subject("two\nlines").message("m"));
        refuses("Subject", publish -> publish.subject("größe").message("m"));
        refuses("Subject", publish -> publish.subject(" m").message("m"));
        refuses(
                "Invalid message structure",
                publish -> publish.messageStructure("xml").message("m"));
        refuses("Empty message", publish -> publish.message(""));
        refuses("Message too long", publish -> publish.message("x".repeat(256 * 1024 + 1)));
        refuses("No default entry", publish -> publish.messageStructure("json").message("{}"));
        refuses("failed to parse", publish -> publish.messageStructure("json").message("x"));
        assertThatThrownBy(() -> client.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("sms").endpoint("+1")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("sms");
        assertThat(sns.toJson()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void of_a_batch_what_is_wrong_with_one_entry_refuses_that_entry() {
        PublishBatchResponse answer = client.publishBatch(batch -> batch.topicArn(topic)
                .publishBatchRequestEntries(
                        entry -> entry.id("good").message("hello").subject("one"),
                        entry -> entry.id("empty").message("").subject("other")));

        assertThat(answer.successful()).extracting(PublishBatchResultEntry::id).containsExactly("good");
        assertThat(answer.failed()).extracting(BatchResultErrorEntry::id).containsExactly("empty");
        assertThat(sns.toJson()).hasSize(1);
    }

    @Test
    void a_batch_has_at_most_ten_entries_each_of_its_own_id() {
        PublishBatchRequestEntry one =
                PublishBatchRequestEntry.builder().id("1").message("hello").build();

        assertThatThrownBy(() -> client.publishBatch(
                        batch -> batch.topicArn(topic).publishBatchRequestEntries(Collections.nCopies(11, one))))
                .isInstanceOf(TooManyEntriesInBatchRequestException.class);
        assertThatThrownBy(
                        () -> client.publishBatch(batch -> batch.topicArn(topic).publishBatchRequestEntries(one, one)))
                .isInstanceOf(BatchEntryIdsNotDistinctException.class);
        assertThat(sns.toJson()).isEmpty();
    }

    private void refuses(String why, Consumer<PublishRequest.Builder> request) {
        assertThatThrownBy(() -> publish(request))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(why);
    }

    private String publish(Consumer<PublishRequest.Builder> request) {
        var builder = PublishRequest.builder().topicArn(topic);
        request.accept(builder);
        return client.publish(builder.build()).messageId();
    }

    private String subscribe(Queue queue) {
        return client.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol("sqs")
                        .endpoint(queue.arn())
                        .returnSubscriptionArn(true))
                .subscriptionArn();
    }

    private MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private Queue aQueue() {
        String name = UUID.randomUUID().toString();
        sqs.createQueue(EAST, Map.of("QueueName", name));
        return sqs.queue(EAST, name);
    }

    private ReceivedMessage receive(Queue queue) {
        return Eventually.message(queue);
    }
}
