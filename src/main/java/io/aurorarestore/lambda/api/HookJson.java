package io.aurorarestore.lambda.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.text.EnumText;

/** Writes hooks as JSON for callers: those that a profile names, and what became of those that a restore asked for. */
final class HookJson {

    private HookJson() {}

    static ObjectNode of(Hook hook) {
        ObjectNode json = RestoreJson.object()
                .put("name", hook.name())
                .put(EnumText.of(hook.place()), hook.step().label())
                .put("deadline", hook.deadline().toString());
        return hook.answeredByEvent() ? json.put("answerBy", "event") : json;
    }

    static ObjectNode of(AskedHook hook) {
        ObjectNode json = RestoreJson.object()
                .put("name", hook.name())
                .put("hookId", hook.id().toString())
                .put("state", hook.state().name())
                .put("askedAt", hook.askedAt().toString());
        hook.percent().ifPresent(percent -> json.put("percent", percent));
        hook.heardAt().ifPresent(at -> json.put("heardAt", at.toString()));
        return hook.message().isEmpty() ? json : json.put("message", hook.message());
    }
}
