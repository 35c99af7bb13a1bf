package io.aurorarestore.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.view.Progress;
import io.aurorarestore.local.view.Screens;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Publishes a request, shows what becomes of it, and sums up. */
final class MainJob {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    private final LocalAws aws;
    private final StateTables tables;
    private final PrintStream out;

    MainJob(LocalAws aws, PrintStream out) {
        this.aws = aws;
        this.tables = new StateTables(aws.dynamoDb());
        this.out = out;
    }

    /**
     * @param request a file with the entries of a {@code put-events}
     * @return whether the restore succeeded
     */
    boolean run(Path request) throws IOException {
        if (!publish(request)) {
            return false;
        }
        Optional<String> opened = opened();
        if (opened.isEmpty()) {
            return answered();
        }
        out.println("Restore " + opened.get() + ":");
        return follow(opened.get());
    }

    private boolean follow(String id) {
        try (Served served = new Served(
                aws, tables.restore(id).map(item -> item.get("target")).orElseThrow())) {
            Optional<Map<String, String>> ended =
                    new Progress(tables, Screens.of(out)).follow(id, () -> Thread.interrupted());
            ended.ifPresent(item -> new Summary(aws, tables, out).print(item, served.changes()));
            return ended.filter(item -> "SUCCEEDED".equals(item.get("status"))).isPresent();
        }
    }

    private boolean publish(Path request) throws IOException {
        ObjectNode input = Json.object();
        input.set("Entries", Json.read(Files.readString(request)));
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
        JsonNode json = Json.read(answer);
        boolean taken = json.path("FailedEntryCount").asInt(-1) == 0;
        out.println(
                taken ? "Published " + request + " to EventBridge." : "EventBridge refused " + request + ": " + answer);
        return taken;
    }

    /** Waits until the request has opened a restore, or was refused. */
    private Optional<String> opened() {
        Optional<String> newest = tables.newest();
        while (newest.isEmpty() && answers().isEmpty() && !Thread.interrupted()) {
            LockSupport.parkNanos(EVERY);
            newest = tables.newest();
        }
        return newest;
    }

    private boolean answered() {
        boolean good = true;
        for (JsonNode told : answers()) {
            out.println(told.path("target").asText() + " " + told.path("status").asText() + "\n"
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
