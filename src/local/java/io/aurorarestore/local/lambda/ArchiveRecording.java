package io.aurorarestore.local.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Runs a packaged function over ten invocations, each with a call of DynamoDB, and ends it: a JVM that records an archive of
 * classes has then seen what an invocation needs. It needs neither AWS nor Lambda.
 */
public final class ArchiveRecording {

    private static final int INVOCATIONS = 10;

    private ArchiveRecording() {}

    /** @param command that starts the function, with the options that record */
    public static void main(String[] command) throws IOException, InterruptedException {
        record(new ProcessBuilder(command).inheritIO());
    }

    /** @throws IllegalStateException if an invocation fails */
    public static void record(ProcessBuilder command) throws IOException, InterruptedException {
        try (LoneFunction function = new LoneFunction(command, "inbox")) {
            for (int done = 0; done < INVOCATIONS; done++) {
                function.invoke(event());
            }
            function.end();
        }
    }

    /** A batch of one RDS event, of a cluster that concerns no restore. */
    public static byte[] event() {
        String event = """
                {"source":"aws.rds","detail":{"EventID":"RDS-EVENT-0170","Message":"DB cluster created",\
                "SourceArn":"arn:aws:rds:us-east-1:123456789012:cluster:of-nobody"}}""";
        return """
                {"Records":[{"messageId":"1","eventSource":"aws:sqs","body":"%s"}]}""".formatted(event.replace("\"", "\\\"")).getBytes(StandardCharsets.UTF_8);
    }
}
