package io.aurorarestore.lambda.widget;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What CloudWatch says when it asks for the widget: the theme of its console, and which restore somebody wants to see.
 *
 * @param restore whose details are wanted; empty for all
 * @param function that answers when somebody clicks
 */
record WidgetContext(String theme, Optional<String> restore, String function) {

    static WidgetContext of(Map<String, Object> event, @Nullable Context context) {
        boolean dark = event.get("widgetContext") instanceof Map<?, ?> seen && "dark".equals(seen.get("theme"));
        Optional<String> restore =
                Optional.ofNullable(event.get("restore")).map(Object::toString).filter(id -> !id.isEmpty());
        return new WidgetContext(
                dark ? "dark" : "light", restore, context == null ? "" : context.getInvokedFunctionArn());
    }
}
