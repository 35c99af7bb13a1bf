package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.RestoreId;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody's click asks for.
 *
 * @param version of the restore that was seen
 */
record ActionEvent(Button button, RestoreId restore, long version) {

    /** Empty where it is not what our buttons send. */
    static Optional<ActionEvent> of(Map<String, Object> event) {
        String restore = text(event, "restore");
        String version = text(event, "version");
        return RestoreId.isValid(restore) && version.matches("\\d{1,18}")
                ? Button.named(text(event, "operation"))
                        .map(button -> new ActionEvent(button, new RestoreId(restore), Long.parseLong(version)))
                : Optional.empty();
    }

    private static String text(Map<String, Object> event, String name) {
        return String.valueOf(event.getOrDefault(name, ""));
    }
}
