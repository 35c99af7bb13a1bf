package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.lambda.SqsEventSource.Batching;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SqsFailuresTest extends WithQueues {

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
        first.respond(failed(first.idOf("bad")));

        Invoked again = director.next();
        again.respond("{}");

        assertThat(first.bodies()).containsExactlyInAnyOrder("good", "bad", "fine");
        assertThat(again.bodies()).containsExactly("bad");
        assertThat(again.records().at("/0/attributes/ApproximateReceiveCount").textValue())
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
    void what_failed_comes_again_sooner_where_time_is_sped_up() throws Exception {
        TestQueue slow = new TestQueue(sqs, Map.of("VisibilityTimeout", 3600));
        slow.itself().send("1");
        start(stage.function(1), slow.itself(), new Batching(EAST, 10, 1, true, 3600));
        director.next().tell("exit\n1");

        Invoked again = director.next();
        again.respond("{}");

        assertThat(again.bodies()).containsExactly("1");
        slow.assertEmpties();
    }

    @Test
    void where_nobody_asked_for_reports_any_answer_is_success() throws Exception {
        queue.itself().send("1");
        start(10, false);
        Invoked first = director.next();
        first.respond(failed(first.idOf("1")));

        queue.assertEmpties();
    }

    @Test
    void a_message_that_fails_too_often_goes_to_the_dead_letter_queue_and_at_once_to_who_waits_there()
            throws Exception {
        LambdaFunction function = stage.function(1);
        start(function, dead.itself(), new Batching(EAST, 10, 1, true, 1));
        start(function, queue.itself(), new Batching(EAST, 10, 1, true, 1));
        queue.itself().send("poison");
        director.next().reportError(ERROR);
        director.next().reportError(ERROR);

        Invoked last = director.next();

        assertThat(last.bodies()).containsExactly("poison");
        assertThat(last.records().at("/0/eventSourceARN").textValue())
                .isEqualTo(dead.itself().arn());
    }

    @Test
    void a_message_that_is_gone_already_keeps_no_other_of_its_batch() throws Exception {
        List.of("1", "2", "3").forEach(queue.itself()::send);
        start(10, true);
        Invoked first = director.next();
        first.records().forEach(message -> {
            if (!message.path("body").asText().equals("3")) {
                queue.itself().delete(message.path("receiptHandle").asText());
            }
        });
        first.respond("{}");

        queue.assertEmpties();
    }

    /** Together or one by one. */
    private void assertThatAllComeAgain(String... expected) throws Exception {
        var came = new TreeSet<String>();
        while (came.size() < expected.length) {
            Invoked again = director.next();
            came.addAll(again.bodies());
            assertThat(again.records())
                    .allSatisfy(message -> assertThat(message.at("/attributes/ApproximateReceiveCount")
                                    .asText())
                            .isEqualTo("2"));
            again.respond("{}");
        }
        assertThat(came).containsExactly(expected);
    }

    private static String failed(String id) {
        return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + id + "\"}]}";
    }
}
