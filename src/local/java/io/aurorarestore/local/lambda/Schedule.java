package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.services.scheduler.ScheduleExpression;
import io.aurorarestore.local.template.TemplateError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Invokes a function at a rate, as an EventBridge rule does.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rate-expressions.html">Rate expressions</a>
 */
public final class Schedule implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final LambdaFunction function;
    private final Duration every;
    private final String region;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("schedule"));

    /** @param speed how much faster it goes than it says */
    public Schedule(String logicalId, String expression, double speed, LambdaFunction function, String region) {
        this.function = function;
        this.region = region;
        Duration rate = ScheduleExpression.rate(expression)
                .orElseThrow(() -> new TemplateError(
                        logicalId, "the local AWS does not know the schedule " + expression + " of a function"));
        this.every = Duration.ofMillis(Math.max(1, (long) (rate.toMillis() / speed)));
    }

    public void start() {
        long millis = every.toMillis();
        timer.scheduleWithFixedDelay(() -> function.invoke(event()).join(), millis, millis, TimeUnit.MILLISECONDS);
    }

    private byte[] event() {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", "123456789012")
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", region);
        event.putArray("resources");
        event.putObject("detail");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
