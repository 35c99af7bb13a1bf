package io.aurorarestore.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.rds.EndpointKind;
import io.aurorarestore.local.view.AuditLine;
import java.io.IOException;
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
import java.util.stream.Stream;

/** What came of a restore, on a screen's worth of lines. */
final class Summary {

    private final LocalAws aws;
    private final StateTables tables;

    Summary(LocalAws aws, StateTables tables) {
        this.aws = aws;
        this.tables = tables;
    }

    /** @param served what the target served before and after, if it did before */
    String of(Map<String, String> restore, List<String> served) {
        String id = restore.getOrDefault("id", "");
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(line("status", restore.getOrDefault("status", "")));
        lines.add(line("duration", duration(id)));
        if ("SUCCEEDED".equals(restore.get("status"))) {
            lines.addAll(endpoint(restore.getOrDefault("target", "")));
        } else {
            lines.add(line("failure", restore.getOrDefault("failure", "")));
        }
        served.forEach(change -> lines.add(line("data", change)));
        aws.sns().toJson().forEach(message -> lines.addAll(message(id, message)));
        lines.add(line("AWS calls", calls()));
        return String.join("\n", lines) + "\n";
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "  %-10s %s", name, value).stripTrailing();
    }

    private String duration(String id) {
        List<AuditLine> audit = tables.audit(id);
        Duration took =
                Duration.between(audit.get(0).at(), audit.get(audit.size() - 1).at());
        return String.format(Locale.ROOT, "%.1f s (RDS's times are sped up)", took.toMillis() / 1000.0);
    }

    /** The host is not verified: the certificate is still for the names that the cluster was made with. */
    private List<String> endpoint(String target) {
        int port = aws.postgres().port(LocalAws.HOME, target);
        String host = EndpointKind.WRITER.host(LocalAws.HOME, target);
        String psql = String.format(
                Locale.ROOT,
                "PGPASSWORD=%s PGHOSTADDR=127.0.0.1 PGSSLMODE=verify-ca PGSSLROOTCERT=%s"
                        + " psql -h %s -p %d -U %s orders -c 'select count(*) from orders'",
                ExampleAccount.APPLICATION_PASSWORD,
                aws.postgres().authority(),
                host,
                port,
                ExampleAccount.APPLICATION_USER);
        return List.of(line("endpoint", host + ":" + port), line("try", psql));
    }

    /** How it ended, as people are told by e-mail. */
    private static List<String> message(String restoreId, JsonNode message) {
        boolean ofThis = Json.readObject(message.path("message").asText())
                .filter(told -> restoreId.equals(told.path("restoreId").asText()))
                .isPresent();
        if (!ofThis || message.path("topicArn").asText().endsWith("-status")) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(line("SNS", message.path("subject").asText())),
                        message.path("default").asText().lines().map(each -> line("", each)))
                .toList();
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
        return all + " since the start (" + String.join(", ", words) + ")";
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
