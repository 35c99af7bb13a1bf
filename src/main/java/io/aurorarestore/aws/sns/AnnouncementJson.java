package io.aurorarestore.aws.sns;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.restore.Announcement;

/** An announcement as JSON for programs. */
final class AnnouncementJson {

    private static final JsonMapper JSON = new JsonMapper();

    private AnnouncementJson() {}

    static String write(Announcement announcement, String environment) {
        ObjectNode json = JSON.createObjectNode()
                .put("messageId", announcement.messageId())
                .put("status", announcement.status())
                .put("target", announcement.target())
                .put("profile", announcement.profile())
                .put("environment", environment)
                .put("text", announcement.text());
        announcement.restoreId().ifPresent(id -> json.put("restoreId", id.value()));
        announcement.endpoint().ifPresent(endpoint -> json.put("endpoint", endpoint.toString()));
        announcement
                .failure()
                .ifPresent(failure -> json.put("code", failure.code().name())
                        .put("message", failure.message())
                        .put("advice", failure.code().advice()));
        announcement.leftovers().forEach(json.withArray("leftovers")::add);
        return json.toString();
    }
}
