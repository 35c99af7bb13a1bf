package io.aurorarestore.lambda.widget;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What CloudWatch says when it asks for the widget: the theme of its console, and what somebody wants to see.
 *
 * @param restore whose details are wanted; empty for all
 * @param report of which target the report is wanted
 * @param function that answers when somebody clicks
 */
record WidgetContext(String theme, Optional<String> restore, Optional<String> report, String function) {

    static WidgetContext of(Map<String, Object> event, @Nullable Context context) {
        boolean dark = event.get("widgetContext") instanceof Map<?, ?> seen && "dark".equals(seen.get("theme"));
        return new WidgetContext(
                dark ? "dark" : "light",
                asked(event, "restore"),
                asked(event, "report"),
                context == null ? "" : context.getInvokedFunctionArn());
    }

    private static Optional<String> asked(Map<String, Object> event, String what) {
        return Optional.ofNullable(event.get(what)).map(Object::toString).filter(id -> !id.isEmpty());
    }
}
