package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.Eventually;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.services.sqs.ReceivedMessage;
import io.aurorarestore.local.services.sqs.Sqs;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** A fresh topic for each test, and queues. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithTopic {

    static final String EAST = "us-east-1";

    final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    final SnsClient client = new LocalClients(endpoint).in(EAST, SnsClient.builder());
    private final Sqs sqs = new Sqs(endpoint.port(), 1);
    String topic;

    @BeforeAll
    void start() {
        endpoint.start();
    }

    @BeforeEach
    void aTopic() {
        Sns sns = new Sns(sqs, Clock.systemUTC(), endpoint.uri());
        endpoint.serve("sns", sns.service());
        topic = sns.createTopic(EAST, Map.of("TopicName", "news"));
    }

    @AfterAll
    void stop() {
        client.close();
        endpoint.close();
        sqs.close();
    }

    Queue aQueue() {
        String name = UUID.randomUUID().toString();
        sqs.createQueue(EAST, Map.of("QueueName", name));
        return sqs.queue(EAST, name);
    }

    String subscribe(String protocol, String to, Map<String, String> attributes) {
        return client.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol(protocol)
                        .endpoint(to)
                        .attributes(attributes)
                        .returnSubscriptionArn(true))
                .subscriptionArn();
    }

    void set(String subscription, String name, String value) {
        client.setSubscriptionAttributes(
                set -> set.subscriptionArn(subscription).attributeName(name).attributeValue(value));
    }

    Map<String, String> attributes(String subscription) {
        return client.getSubscriptionAttributes(get -> get.subscriptionArn(subscription))
                .attributes();
    }

    void publish(String message, String status) {
        publish(publish -> publish.message(message)
                .messageAttributes(Map.of(
                        "status",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(status)
                                .build())));
    }

    String publish(Consumer<PublishRequest.Builder> request) {
        var builder = PublishRequest.builder().topicArn(topic);
        request.accept(builder);
        return client.publish(builder.build()).messageId();
    }

    /** The message in the envelope that comes next. */
    static String next(Queue queue) {
        ReceivedMessage message = Eventually.message(queue);
        return Json.read(message.body()).path("Message").asText();
    }
}
