package io.aurorarestore.adapter.sns;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.json.DryRunJson;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.NextCommand;
import java.util.List;

/** Writes an announcement as JSON for programs; {@code events/announcement.schema.json} is its schema. */
public final class AnnouncementJson {

    private static final JsonMapper JSON = new JsonMapper();

    private AnnouncementJson() {}

    /** Cut, so that it is seen, where it would have more bytes. */
    public static String write(Announcement announcement, String environment, int mostBytes) {
        return Shortened.until(mostBytes, announcement, one -> write(one, environment));
    }

    static String write(Announcement announcement, String environment) {
        ObjectNode json = JSON.createObjectNode()
                .put("messageId", announcement.messageId())
                .put("status", announcement.status())
                .put("target", announcement.target())
                .put("profile", announcement.profile())
                .put("environment", environment)
                .put("text", announcement.text());
        announcement.restoreId().ifPresent(id -> json.put("restoreId", id.value()));
        announcement.requestId().ifPresent(id -> json.put("requestId", id));
        announcement.endpoint().ifPresent(endpoint -> json.put("endpoint", endpoint.toString()));
        announcement
                .failure()
                .ifPresent(failure -> json.put("code", failure.code().name())
                        .put("message", failure.message())
                        .put("advice", failure.code().advice()));
        announcement.plan().ifPresent(plan -> json.set("plan", DryRunJson.write(plan)));
        texts(json.putArray("warnings"), announcement.warnings());
        texts(json.putArray("leftovers"), announcement.leftovers());
        next(json.putArray("next"), announcement.next());
        return PlainText.visible(json.toString());
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static void next(ArrayNode array, List<NextCommand> next) {
        next.forEach(one -> array.addObject().put("purpose", one.purpose()).put("command", one.command()));
    }
}
