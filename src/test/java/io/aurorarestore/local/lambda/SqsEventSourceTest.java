package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.lambda.SqsEventSource.Batching;
import io.aurorarestore.local.services.sqs.Message;
import io.aurorarestore.local.services.sqs.Sqs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqsEventSourceTest {

    private static final String EAST = TestQueue.REGION;
    private static final String ERROR = "{\"errorType\":\"Sad\"}";

    private final Sqs sqs = new Sqs(4566, 1);
    private final List<SqsEventSource> sources = new ArrayList<>();

    private Stage stage;
    private Director director;
    private TestQueue dead;
    private TestQueue queue;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        stage = new Stage(folder);
        director = stage.director();
        dead = new TestQueue(sqs, Map.of());
        queue = new TestQueue(
                sqs,
                Map.of(
                        "VisibilityTimeout",
                        1,
                        "RedrivePolicy",
                        Map.of("deadLetterTargetArn", dead.itself().arn(), "maxReceiveCount", 2)));
    }

    @AfterEach
    void close() {
        sources.forEach(SqsEventSource::close);
        stage.close();
    }

    @AfterAll
    void end() {
        sqs.close();
    }

    @Test
    void a_message_arrives_in_lambdas_own_shape() throws Exception {
        var attributes = Json.object();
        attributes.putObject("kind").put("DataType", "String").put("StringValue", "greeting");
        String id = queue.itself().send("hello", attributes);
        start(10, true);

        JsonNode message = records(director.next()).get(0);

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

        assertThat(bodies(first)).hasSize(2);
        assertThat(bodies(second)).hasSize(1).doesNotContainAnyElementsOf(bodies(first));
    }

    @Test
    void a_batch_size_beyond_what_sqs_gives_at_once_takes_what_it_gives() throws Exception {
        queue.itself().send("hello");
        start(100, true);

        assertThat(bodies(director.next())).containsExactly("hello");
    }

    @Test
    void messages_that_succeeded_are_deleted() throws Exception {
        List.of("1", "2").forEach(queue.itself()::send);
        start(10, true);
        director.next().respond("{\"batchItemFailures\":[]}");

        queue.assertEmpties();
        assertThat(dead.itself().receive(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void only_the_messages_reported_come_again() throws Exception {
        List.of("good", "bad", "fine").forEach(queue.itself()::send);
        start(10, true);
        Invoked first = director.next();
        first.respond(failed(idOf("bad", first)));

        Invoked again = director.next();
        again.respond("{}");

        assertThat(bodies(first)).containsExactlyInAnyOrder("good", "bad", "fine");
        assertThat(bodies(again)).containsExactly("bad");
        assertThat(records(again).at("/0/attributes/ApproximateReceiveCount").textValue())
                .isEqualTo("2");
        queue.assertEmpties();
    }

    @Test
    void a_report_of_a_stranger_makes_the_whole_batch_come_again() throws Exception {
        List.of("1", "2").forEach(queue.itself()::send);
        start(10, true);
        Invoked first = director.next();
        first.respond(failed("stranger"));

        assertThatAllComeAgain("1", "2");
    }

    @Test
    void an_error_makes_the_whole_batch_come_again() throws Exception {
        List.of("1", "2").forEach(queue.itself()::send);
        start(10, false);
        director.next().reportError(ERROR);

        assertThatAllComeAgain("1", "2");
    }

    @Test
    void a_process_that_dies_makes_the_whole_batch_come_again() throws Exception {
        List.of("1", "2").forEach(queue.itself()::send);
        start(10, true);
        director.next().tell("exit\n1");

        assertThatAllComeAgain("1", "2");
    }

    @Test
    void where_nobody_asked_for_reports_any_answer_is_success() throws Exception {
        queue.itself().send("1");
        start(10, false);
        Invoked first = director.next();
        first.respond(failed(idOf("1", first)));

        queue.assertEmpties();
    }

    @Test
    void a_message_that_fails_too_often_goes_to_the_dead_letter_queue() throws Exception {
        queue.itself().send("poison");
        start(10, true);
        director.next().reportError(ERROR);
        director.next().reportError(ERROR);

        List<Message> buried = dead.itself().receive(1, Duration.ofSeconds(20));

        assertThat(buried).extracting(Message::body).containsExactly("poison");
        queue.assertEmpties();
    }

    @Test
    void a_message_that_is_gone_already_keeps_no_other_of_its_batch() throws Exception {
        List.of("1", "2", "3").forEach(queue.itself()::send);
        start(10, true);
        Invoked first = director.next();
        records(first).forEach(message -> {
            if (!message.path("body").asText().equals("3")) {
                queue.itself().delete(message.path("receiptHandle").asText());
            }
        });
        first.respond("{}");

        queue.assertEmpties();
    }

    @Test
    void a_closed_source_takes_no_more_and_leaves_the_message_at_hand_in_the_queue() throws Exception {
        queue.itself().send("at hand");
        SqsEventSource source = start(10, true);
        Invoked invoked = director.next();

        source.close();
        stage.close();

        invoked.assertDies();
        assertThat(queue.itself().receive(1, Duration.ofSeconds(20)))
                .extracting(Message::body)
                .containsExactly("at hand");
    }

    /** Together or one by one. */
    private void assertThatAllComeAgain(String... expected) throws Exception {
        var came = new TreeSet<String>();
        while (came.size() < expected.length) {
            Invoked again = director.next();
            came.addAll(bodies(again));
            assertThat(records(again))
                    .allSatisfy(message -> assertThat(message.at("/attributes/ApproximateReceiveCount")
                                    .asText())
                            .isEqualTo("2"));
            again.respond("{}");
        }
        assertThat(came).containsExactly(expected);
    }

    private SqsEventSource start(int batchSize, boolean partialFailures) throws IOException {
        LambdaFunction function = stage.function(1);
        SqsEventSource source =
                new SqsEventSource(queue.itself(), function, new Batching(EAST, batchSize, 1, partialFailures));
        sources.add(source);
        source.start();
        return source;
    }

    private static JsonNode records(Invoked invoked) {
        return Json.read(invoked.event()).path("Records");
    }

    private static List<String> bodies(Invoked invoked) {
        return records(invoked).findValuesAsText("body");
    }

    private static String idOf(String body, Invoked invoked) {
        for (JsonNode message : records(invoked)) {
            if (message.path("body").asText().equals(body)) {
                return message.path("messageId").asText();
            }
        }
        throw new AssertionError("no message " + body);
    }

    private static String failed(String id) {
        return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + id + "\"}]}";
    }
}
