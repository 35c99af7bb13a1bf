package io.aurorarestore.notification;

import io.aurorarestore.model.text.JsonText;
import io.aurorarestore.model.text.ShellText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the AWS CLI's command that tells the service something through EventBridge. */
final class PutEventsCommand {

    private PutEventsCommand() {}

    /** @param detail values as {@link JsonText} takes them */
    static String command(String detailType, Map<String, ?> detail) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("EventBusName", "aurora-restore");
        entry.put("Source", "aurora-restore.client");
        entry.put("DetailType", detailType);
        entry.put("Detail", JsonText.of(detail));
        return "aws events put-events --entries " + ShellText.quoted(JsonText.of(List.of(entry)));
    }
}
