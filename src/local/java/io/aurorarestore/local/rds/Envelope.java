package io.aurorarestore.local.rds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * An RDS event as EventBridge delivers it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Events.overview.html">Overview of
 *     events for Aurora</a>
 */
final class Envelope {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Envelope() {}

    static ObjectNode of(String id, String account, String region, EmittedEvent event) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("version", "0")
                .put("id", id)
                .put("detail-type", event.kind().source().detailType())
                .put("source", "aws.rds")
                .put("account", account)
                .put("time", seconds(event.date()))
                .put("region", region);
        envelope.putArray("resources").add(event.sourceArn());
        envelope.set("detail", detail(event));
        return envelope;
    }

    private static ObjectNode detail(EmittedEvent event) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.putArray("EventCategories").add(event.kind().category());
        detail.put("SourceType", event.kind().source().name())
                .put("SourceArn", event.sourceArn())
                .put("Date", MILLIS.format(event.date()))
                .put("Message", event.message())
                .put("SourceIdentifier", event.sourceId())
                .put("EventID", event.kind().id());
        if (!event.tags().isEmpty()) {
            event.tags().forEach(detail.putObject("Tags")::put);
        }
        return detail;
    }

    private static String seconds(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
