package io.aurorarestore.adapter.sns;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.notification.Announcement;
import java.util.List;

/**
 * Builds the body of an SNS message with {@code MessageStructure: json}: text for people, JSON for programs.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">AWS</a>
 */
final class AnnouncementMessage {

    /** What SNS takes is 262,144 bytes; the rest is for the attributes. */
    private static final int MOST_BYTES = 250_000;

    private static final List<String> PROGRAMS = List.of("sqs", "lambda", "http", "https", "firehose");
    private static final JsonMapper JSON = new JsonMapper();

    private AnnouncementMessage() {}

    static String write(Announcement announcement, String environment) {
        return Shortened.until(MOST_BYTES, announcement, one -> structured(one, environment));
    }

    private static String structured(Announcement announcement, String environment) {
        String json = AnnouncementJson.write(announcement, environment);
        ObjectNode message = JSON.createObjectNode().put("default", AnnouncementText.write(announcement, environment));
        PROGRAMS.forEach(protocol -> message.put(protocol, json));
        return message.toString();
    }
}
