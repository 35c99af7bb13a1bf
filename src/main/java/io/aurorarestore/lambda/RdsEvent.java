package io.aurorarestore.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses an RDS event, as far as it is used: which resources it is about. Tolerates an absent or null {@code EventID}
 * and any message, since RDS sends both.
 *
 * @param description for the audit trail, for instance {@code RDS-EVENT-0170 DB cluster created}
 * @param arns the resource's ARN first; a rename concerns both its names
 * @param automated the automated snapshot that is new, if one is
 * @param at when it happened, where the event says so
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Events.overview.html">Events</a>
 */
record RdsEvent(String description, List<String> arns, Optional<AutomatedSnapshot> automated, Optional<Instant> at) {

    /** Automated cluster snapshot created. */
    private static final String NEW_AUTOMATED = "RDS-EVENT-0169";

    /** In characters. */
    private static final int LONGEST = 1024;

    /** What is none concerns nobody; it would spoil the reading of all that comes with it. */
    private static final Pattern ARN = Pattern.compile("arn:[!-~]{1,1000}");

    private static final Pattern RENAMED = Pattern.compile("Renamed cluster from (\\S{1,63}) to ([^\\s.]{1,63})\\.?");

    static boolean isOne(JsonNode event) {
        return "aws.rds".equals(event.path("source").asText());
    }

    static RdsEvent of(JsonNode event) {
        JsonNode detail = event.path("detail");
        String message = text(detail, "Message");
        String arn = text(detail, "SourceArn");
        String id = text(detail, "EventID").replace("null", "");
        return new RdsEvent(
                (id + " " + message).strip(),
                arns(arn, message),
                automated(event, id, arn),
                time(text(detail, "Date")).or(() -> time(text(event, "time"))));
    }

    /** RDS's own are far shorter: what is longer concerns nobody. */
    private static String text(JsonNode object, String field) {
        String text = object.path(field).asText("");
        return text.length() <= LONGEST ? text : "";
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<AutomatedSnapshot> automated(JsonNode event, String id, String arn) {
        return NEW_AUTOMATED.equals(id) ? AutomatedSnapshot.of(arn, eventId(event, arn)) : Optional.empty();
    }

    private static String eventId(JsonNode event, String arn) {
        String id = text(event, "id");
        return id.isEmpty() ? arn : id;
    }

    private static List<String> arns(String arn, String message) {
        Set<String> all = new LinkedHashSet<>();
        all.add(arn);
        Matcher renamed = RENAMED.matcher(message);
        if (renamed.matches() && arn.contains(":cluster:")) {
            String stem = arn.substring(0, arn.indexOf(":cluster:") + ":cluster:".length());
            all.add(stem + renamed.group(1));
            all.add(stem + renamed.group(2));
        }
        return all.stream().filter(one -> ARN.matcher(one).matches()).toList();
    }
}
