package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.AskedHooks;
import io.aurorarestore.model.restore.HookId;
import io.aurorarestore.model.settings.Hook;
import java.util.List;
import java.util.Optional;

/** Maps the hooks of settings, and what came of them, to their stored JSON, and back: where there are none there is nothing. */
final class HooksDocument {

    private HooksDocument() {}

    /** A list of settings' hooks, for a field of its own. */
    static Optional<List<Hook>> present(List<Hook> hooks) {
        return Optional.of(hooks).filter(all -> !all.isEmpty());
    }

    static StoredJson write(List<Hook> hooks) {
        return new StoredJson().list("named", hooks, HooksDocument::write);
    }

    private static StoredJson write(Hook hook) {
        return new StoredJson()
                .text("name", hook.name())
                .constant("place", hook.place())
                .constant("step", hook.step())
                .text("deadline", hook.deadline().toString())
                .flag("event", hook.answeredByEvent());
    }

    static List<Hook> read(StoredFields stored) {
        return stored.list(
                "named",
                one -> new Hook(
                        one.text("name"),
                        one.constant("place", Hook.Place.class),
                        StoredFields.stepOf(one.text("step")),
                        one.maybeDuration("deadline").orElse(Hook.DEFAULT_DEADLINE),
                        one.flag("event")));
    }

    static Optional<AskedHooks> present(AskedHooks hooks) {
        return Optional.of(hooks).filter(all -> !all.equals(AskedHooks.NONE));
    }

    static StoredJson write(AskedHooks hooks) {
        return new StoredJson()
                .list("asked", hooks.asked(), HooksDocument::write)
                .texts("over", hooks.over());
    }

    private static StoredJson write(AskedHook hook) {
        return new StoredJson()
                .text("id", hook.id().toString())
                .text("askedAt", hook.askedAt().toString())
                .constant("state", hook.state())
                .number("percent", hook.percent())
                .text("heardAt", hook.heardAt())
                .text("message", hook.message());
    }

    static AskedHooks asked(StoredFields stored) {
        return new AskedHooks(stored.list("asked", HooksDocument::asking), stored.texts("over"));
    }

    private static AskedHook asking(StoredFields stored) {
        return new AskedHook(
                stored.parsed("id", HookId::parse).orElseThrow(() -> new CorruptItemException("id")),
                stored.instant("askedAt"),
                stored.constant("state", AskedHook.State.class),
                stored.maybeNumber("percent"),
                stored.maybeInstant("heardAt"),
                stored.maybeText("message").orElse(""));
    }
}
