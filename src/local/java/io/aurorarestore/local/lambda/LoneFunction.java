package io.aurorarestore.local.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of a function with nothing around it but Lambda's Runtime API and {@link EmptyAws}. */
public final class LoneFunction implements AutoCloseable {

    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:alone";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Each set by the template, and needed to start. */
    private static final List<String> SETTINGS = List.of(
            "INBOX_URL", "DATABASE_URL", "LONG_JOBS_URL", "COMPLETION_TOPIC", "ERROR_TOPIC", "STATUS_TOPIC", "BUS");

    private final EmptyAws aws = new EmptyAws();
    private final RuntimeApi lambda = new RuntimeApi(ARN);
    private final Process process;

    /**
     * Starts it.
     *
     * @param command made ready but for the environment, to which that of a function is added
     */
    public LoneFunction(ProcessBuilder command, String handler) throws IOException {
        command.environment().putAll(environment(handler, aws.address()));
        command.environment().put("AWS_LAMBDA_RUNTIME_API", lambda.address());
        process = command.start();
    }

    /**
     * What the process of a function sees, as the template has it; nobody is where it leads to but AWS.
     *
     * @param aws HOST:PORT
     */
    static Map<String, String> environment(String handler, String aws) {
        Map<String, String> environment = new HashMap<>();
        environment.put("_HANDLER", handler);
        environment.put("QUARKUS_LAMBDA_HANDLER", handler);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", handler);
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_ENDPOINT_URL", "http://" + aws);
        environment.put("AWS_ACCESS_KEY_ID", "nobody");
        environment.put("AWS_SECRET_ACCESS_KEY", "nothing");
        environment.put("LAMBDA_TASK_ROOT", Path.of("").toAbsolutePath().toString());
        environment.put("AURORA_RESTORE_ACCOUNT", "123456789012");
        SETTINGS.forEach(name -> environment.put("AURORA_RESTORE_" + name, "http://nowhere"));
        return environment;
    }

    /** @throws IllegalStateException if it fails, dies or takes longer than a minute */
    public String invoke(byte[] event) throws InterruptedException {
        Work work = new Work(new FunctionInvocation(event, 0), PATIENCE);
        lambda.hand(work);
        try {
            CompletableFuture.anyOf(work.result(), lambda.initError(), process.onExit())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The function has not answered.", e);
        }
        if (!work.result().isDone() || work.result().join().failed()) {
            throw new IllegalStateException("The function has failed.");
        }
        return work.result().join().text();
    }

    /** How many calls of AWS it has made. */
    public int calls() {
        return aws.calls();
    }

    /** The processors' time that its process has had. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it as Lambda does, so that it may write its archive. */
    public void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        lambda.close();
        aws.close();
    }
}
