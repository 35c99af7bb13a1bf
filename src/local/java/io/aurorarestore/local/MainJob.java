package io.aurorarestore.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.view.RestoreFollower;
import io.aurorarestore.local.view.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Publishes a request, shows what becomes of it and of every other restore, and sums up. */
final class MainJob implements RestoreFollower.Ends {

    /** Where the sources of the samples are, unless the local AWS is in a region of another partition. */
    private static final String REGION_OF_SAMPLES = "us-west-2";

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(200);

    private final LocalAws aws;
    private final Screen screen;
    private final Summary summary;
    private final RestoreFollower progress;
    private final Map<String, ServedDataWatch> served = new HashMap<>();
    private final RowsAroundATime rows;
    private Optional<Instant> between = Optional.empty();
    private boolean allSucceeded = true;

    MainJob(LocalAws aws, Screen screen) {
        StateTables tables = new StateTables(aws.dynamoDb());
        this.aws = aws;
        this.rows = new RowsAroundATime(aws);
        this.screen = screen;
        this.summary = new Summary(aws, tables);
        this.progress = new RestoreFollower(tables, screen, this);
    }

    /**
     * @param request a file with the entries of a {@code put-events}
     * @return whether each restore succeeded that was opened until all had ended
     */
    boolean run(Path request) throws IOException {
        if (!publish(request)) {
            return false;
        }
        while (!progress.allEnded()) {
            if (!aws.functionsStart()) {
                return false;
            }
            List<JsonNode> answers = answers();
            if (progress.none() && !answers.isEmpty()) {
                return answered(answers);
            }
            follow();
        }
        return allSucceeded;
    }

    void followForEver() {
        while (true) {
            follow();
        }
    }

    private void follow() {
        progress.look();
        LockSupport.parkNanos(EVERY);
    }

    @Override
    public void opened(Map<String, String> restore) {
        served.put(id(restore), new ServedDataWatch(aws, restore.getOrDefault("target", "")));
    }

    @Override
    public String ended(Map<String, String> restore) {
        allSucceeded &= "SUCCEEDED".equals(restore.get("status"));
        try (ServedDataWatch target = Objects.requireNonNull(served.remove(id(restore)))) {
            return summary.of(
                    restore,
                    Stream.concat(target.changes().stream(), rows(restore)).toList());
        }
    }

    private Stream<String> rows(Map<String, String> restore) {
        return between.stream().flatMap(time -> rows.seenIn(restore.getOrDefault("target", ""), time).stream());
    }

    private static String id(Map<String, String> restore) {
        return restore.getOrDefault("id", "");
    }

    private boolean publish(Path request) throws IOException {
        ObjectNode input = Json.object();
        input.set("Entries", Json.read(filledIn(Files.readString(request))));
        AwsRequest call = new AwsRequest(
                "events",
                LocalAws.HOME,
                "local",
                "POST",
                "/",
                "",
                Map.of("x-amz-target", "AWSEvents.PutEvents", "content-type", "application/x-amz-json-1.1"),
                input.toString().getBytes(StandardCharsets.UTF_8));
        String answer = new String(aws.events().service().handle(call).body(), StandardCharsets.UTF_8);
        boolean taken = Json.read(answer).path("FailedEntryCount").asInt(-1) == 0;
        screen.say(
                taken ? "Published " + request + " to EventBridge." : "EventBridge refused " + request + ": " + answer);
        return taken;
    }

    private String filledIn(String sample) {
        if (sample.contains(RowsAroundATime.PLACEHOLDER)) {
            between = Optional.of(rows.write());
        }
        return sample.replace(REGION_OF_SAMPLES, LocalAws.SOURCE_REGION)
                .replace(
                        RowsAroundATime.PLACEHOLDER,
                        between.map(Instant::toString).orElse(""));
    }

    private boolean answered(List<JsonNode> answers) {
        boolean good = true;
        for (JsonNode told : answers) {
            screen.say(told.path("target").asText() + " " + told.path("status").asText() + "\n"
                    + told.path("text").asText());
            good &= told.has("plan") && told.path("plan").path("problems").isEmpty();
        }
        return good;
    }

    /** What was told instead of a restore: a refusal, or what a dry run found. */
    private List<JsonNode> answers() {
        List<JsonNode> answers = new ArrayList<>();
        aws.sns()
                .toJson()
                .forEach(message ->
                        Json.readObject(message.path("message").asText()).ifPresent(answers::add));
        answers.removeIf(told -> told.has("restoreId"));
        return answers;
    }
}
