package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.Eventually;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.lambda.SqsEventSource.Batching;
import io.aurorarestore.local.services.sqs.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SqsEventSourceTest extends WithQueues {

    @Test
    void a_message_arrives_in_lambdas_own_shape() throws Exception {
        var attributes = Json.object();
        attributes.putObject("kind").put("DataType", "String").put("StringValue", "greeting");
        String id = queue.itself().send("hello", attributes);
        start(10, true);

        JsonNode message = director.next().records().get(0);

        assertThat(message.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "messageId",
                        "receiptHandle",
                        "body",
                        "attributes",
                        "messageAttributes",
                        "md5OfBody",
                        "eventSource",
                        "eventSourceARN",
                        "awsRegion");
        assertThat(message.path("messageId").textValue()).isEqualTo(id);
        assertThat(message.path("receiptHandle").textValue()).isNotBlank();
        assertThat(message.path("body").textValue()).isEqualTo("hello");
        assertThat(message.path("md5OfBody").textValue()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(message.path("eventSource").textValue()).isEqualTo("aws:sqs");
        assertThat(message.path("eventSourceARN").textValue())
                .isEqualTo(queue.itself().arn());
        assertThat(message.path("awsRegion").textValue()).isEqualTo(EAST);
        assertThat(message.path("attributes").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "ApproximateReceiveCount", "SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp");
        assertThat(message.at("/attributes/ApproximateReceiveCount").textValue())
                .isEqualTo("1");
        assertThat(message.at("/attributes/SentTimestamp").textValue()).matches("\\d{13}");
        assertThat(message.at("/messageAttributes/kind")).isEqualTo(Json.read("""
                {"stringValue":"greeting","stringListValues":[],"binaryListValues":[],"dataType":"String"}"""));
    }

    @Test
    void a_batch_has_no_more_messages_than_the_batch_size() throws Exception {
        List.of("1", "2", "3").forEach(queue.itself()::send);
        start(2, true);

        Invoked first = director.next();
        first.respond("{}");
        Invoked second = director.next();

        assertThat(first.bodies()).hasSize(2);
        assertThat(second.bodies()).hasSize(1).doesNotContainAnyElementsOf(first.bodies());
    }

    @Test
    void a_batch_size_beyond_what_sqs_gives_at_once_takes_what_it_gives() throws Exception {
        queue.itself().send("hello");
        start(100, true);

        assertThat(director.next().bodies()).containsExactly("hello");
    }

    @Test
    void batches_are_worked_on_at_once_by_as_many_pollers_as_there_are() throws Exception {
        List.of("1", "2").forEach(queue.itself()::send);
        start(stage.function(2), queue.itself(), new Batching(EAST, 1, 2, true, 1));

        Invoked one = director.next();
        Invoked other = director.next();

        assertThat(List.of(one.bodies(), other.bodies())).containsExactlyInAnyOrder(List.of("1"), List.of("2"));
    }

    @Test
    void a_source_gets_over_a_queue_that_is_not_there_yet() throws Exception {
        String name = UUID.randomUUID().toString();
        Queue late = sqs.queue(EAST, name);
        start(stage.function(1), late, new Batching(EAST, 1, 1, true, 1));
        assertThatThrownBy(() -> late.receive(1, Duration.ZERO)).isInstanceOf(AwsException.class);

        sqs.createQueue(EAST, Map.of("QueueName", name));
        late.send("hello");

        assertThat(director.next().bodies()).containsExactly("hello");
    }

    @Test
    void a_closed_source_takes_no_more_and_leaves_the_message_at_hand_in_the_queue() throws Exception {
        queue.itself().send("at hand");
        SqsEventSource source = start(10, true);
        Invoked invoked = director.next();

        source.close();
        stage.close();

        invoked.assertDies();
        assertThat(Eventually.message(queue.itself()).body()).isEqualTo("at hand");
    }
}
