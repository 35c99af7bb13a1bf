package io.aurorarestore.aws.sns;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.document.DryRunJson;
import io.aurorarestore.restore.Announcement;

/** An announcement as JSON for programs. */
public final class AnnouncementJson {

    /** In characters: a refused request may hold more than SNS takes. */
    private static final int LONGEST_TEXT = 4096;

    private static final JsonMapper JSON = new JsonMapper();

    private AnnouncementJson() {}

    public static String write(Announcement announcement, String environment) {
        ObjectNode json = JSON.createObjectNode()
                .put("messageId", shortened(announcement.messageId()))
                .put("status", announcement.status())
                .put("target", shortened(announcement.target()))
                .put("profile", shortened(announcement.profile()))
                .put("environment", environment)
                .put("text", shortened(announcement.text()));
        announcement.restoreId().ifPresent(id -> json.put("restoreId", id.value()));
        announcement.endpoint().ifPresent(endpoint -> json.put("endpoint", endpoint.toString()));
        announcement
                .failure()
                .ifPresent(failure -> json.put("code", failure.code().name())
                        .put("message", shortened(failure.message()))
                        .put("advice", failure.code().advice()));
        announcement.warnings().forEach(warning -> json.withArray("warnings").add(shortened(warning)));
        announcement.plan().ifPresent(plan -> json.set("plan", DryRunJson.write(plan)));
        announcement.leftovers().forEach(json.withArray("leftovers")::add);
        return json.toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
