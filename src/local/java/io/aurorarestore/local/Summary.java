package io.aurorarestore.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.view.AuditLine;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a restore, on a screen's worth of lines. */
final class Summary {

    private final LocalAws aws;
    private final StateTables tables;
    private final PrintStream out;

    Summary(LocalAws aws, StateTables tables, PrintStream out) {
        this.aws = aws;
        this.tables = tables;
        this.out = out;
    }

    /** @param served what the target served before and after, if it did before */
    void print(Map<String, String> restore, List<String> served) {
        out.println();
        line("status", restore.getOrDefault("status", ""));
        line("duration", duration(restore.getOrDefault("id", "")));
        if ("SUCCEEDED".equals(restore.get("status"))) {
            endpoint(restore.getOrDefault("target", ""));
        } else {
            line("failure", restore.getOrDefault("failure", ""));
        }
        served.forEach(change -> line("data", change));
        aws.sns().toJson().forEach(this::message);
        line("AWS calls", calls());
        out.println();
    }

    private void line(String name, String value) {
        out.printf(Locale.ROOT, "  %-10s %s%n", name, value);
    }

    private String duration(String id) {
        List<AuditLine> audit = tables.audit(id);
        Duration took =
                Duration.between(audit.get(0).at(), audit.get(audit.size() - 1).at());
        return String.format(Locale.ROOT, "%.1f s (RDS's times are sped up)", took.toMillis() / 1000.0);
    }

    private void endpoint(String target) {
        int port = aws.postgres().port(LocalAws.HOME, target);
        line("endpoint", "localhost:" + port);
        line(
                "try",
                String.format(
                        Locale.ROOT,
                        "PGPASSWORD=%s psql -h localhost -p %d -U %s orders -c 'select count(*) from orders'",
                        ExampleAccount.APPLICATION_PASSWORD,
                        port,
                        ExampleAccount.APPLICATION_USER));
    }

    /** How it ended, as people are told by e-mail. */
    private void message(JsonNode message) {
        if (!message.path("topicArn").asText().endsWith("-status")) {
            line("SNS", message.path("subject").asText());
            message.path("default").asText().lines().forEach(each -> line("", each));
        }
    }

    /** By service, as the endpoint counted them. */
    private String calls() {
        List<String> words = new ArrayList<>();
        int all = 0;
        for (Map.Entry<String, JsonNode> service : counted().properties()) {
            int some = 0;
            for (JsonNode count : service.getValue()) {
                some += count.asInt();
            }
            words.add(service.getKey() + " " + some);
            all += some;
        }
        return all + " (" + String.join(", ", words) + ")";
    }

    private JsonNode counted() {
        try {
            HttpRequest ask = HttpRequest.newBuilder(URI.create(aws.address() + "/_local/calls"))
                    .build();
            return Json.read(HttpClient.newHttpClient()
                    .send(ask, BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Json.object();
        }
    }
}
