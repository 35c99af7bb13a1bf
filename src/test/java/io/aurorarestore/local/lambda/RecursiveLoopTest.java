package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.Eventually;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.lambda.SqsEventSource.Batching;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A function that sends each message that it gets again, as a wake-up does. */
class RecursiveLoopTest extends WithQueues {

    private static final int MOST = 16;

    @Test
    void a_chain_is_cut_after_sixteen_invocations_and_its_message_is_found_among_the_dead_letters() throws Exception {
        start(1, true);
        queue.itself().send("round 1");

        for (int round = 1; round <= MOST; round++) {
            workAndSendAgain(round);
        }

        assertThat(Eventually.message(dead.itself()).body()).isEqualTo("round 17");
        assertThat(director.nobodyWaits()).isTrue();
    }

    @Test
    void a_function_that_allows_it_goes_on() throws Exception {
        stage.mayLoop();
        start(stage.function(1), queue.itself(), new Batching(EAST, 1, 1, true, 1));
        queue.itself().send("round 1");

        for (int round = 1; round <= MOST + 2; round++) {
            workAndSendAgain(round);
        }
    }

    private void workAndSendAgain(int round) throws Exception {
        Invoked invoked = director.next();
        assertThat(invoked.bodies()).containsExactly("round " + round);
        sqs.handle(sending("round " + (round + 1), invoked.header("Lambda-Runtime-Trace-Id")));
        invoked.respond("{}");
    }

    /** As the SDK sends it from within a function. */
    private AwsRequest sending(String body, String traceHeader) {
        String input = Json.object()
                .put("QueueUrl", queue.itself().url())
                .put("MessageBody", body)
                .toString();
        Map<String, String> headers = Map.of(
                "content-type", "application/x-amz-json-1.0",
                "x-amz-target", "AmazonSQS.SendMessage",
                "x-amzn-trace-id", traceHeader);
        return new AwsRequest("sqs", EAST, "key", "POST", "/", "", headers, input.getBytes(StandardCharsets.UTF_8));
    }
}
