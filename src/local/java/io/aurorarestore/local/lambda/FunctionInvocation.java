package io.aurorarestore.local.lambda;

import io.aurorarestore.local.services.sqs.ReceivedMessage;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a function is invoked with, and how many invocations led to it: as on AWS, the count travels in the X-Ray trace
 * header, which the SDK sends along by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html">Recursive loop detection</a>
 */
record FunctionInvocation(String requestId, byte[] payload, int before) {

    private static final int MOST = 16;
    private static final Pattern COUNT = Pattern.compile("Lineage=local:(\\d+)");

    FunctionInvocation(byte[] payload, int before) {
        this(UUID.randomUUID().toString(), payload, before);
    }

    /** How many invocations led to a batch, by the message that most of them led to. */
    static int before(List<ReceivedMessage> batch) {
        return batch.stream().mapToInt(FunctionInvocation::before).max().orElse(0);
    }

    private static int before(ReceivedMessage message) {
        return COUNT.matcher(message.attributes().getOrDefault("AWSTraceHeader", ""))
                .results()
                .map(MatchResult::group)
                .mapToInt(found -> Integer.parseInt(found.substring(found.indexOf(':') + 1)))
                .findFirst()
                .orElse(0);
    }

    /** Whether Lambda takes a message for one of a loop. */
    static boolean loops(ReceivedMessage message) {
        return before(message) >= MOST;
    }

    String traceHeader() {
        String hex = requestId.replace("-", "");
        return "Root=1-" + hex.substring(0, 8) + "-" + hex.substring(8) + ";Lineage=local:" + (before + 1)
                + ";Sampled=0";
    }
}
