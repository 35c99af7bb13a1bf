package io.aurorarestore.engine;

import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.Audience;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.StateChange;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** Sends notifications of restores: news on the way, which holds nothing up, and the end, which has to arrive. */
final class Notifier {

    private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

    private final Ports ports;
    private final TransitionLog log;
    private final News news;

    Notifier(Ports ports, TransitionLog log, News news) {
        this.ports = ports;
        this.log = log;
        this.news = news;
    }

    /** The id of what there is to tell of a restore on its way. */
    String news(Restore restore) {
        return restore.status().terminal()
                ? restore.outbox().news()
                : StateChange.of(restore).id();
    }

    /** What is new is told with the news of others; who waits gets a sign of life at once. */
    Uni<Void> onTheWay(Restore restore, boolean isNew) {
        if (restore.status().terminal()) {
            return NOTHING;
        }
        if (isNew) {
            news.add(StateChange.of(restore));
        }
        return each(
                restore,
                token -> quietly(restore, "heartbeat", ports.workflows().heartbeat(token)));
    }

    /** Whom of those who still await it the restore's end has reached. */
    Uni<Set<Audience>> end(Restore restore) {
        Announcement end = Announcement.endOf(restore);
        Set<Audience> reached = EnumSet.noneOf(Audience.class);
        news.add(StateChange.of(restore));
        Uni<Void> told = news.tell();
        for (Audience audience : restore.outbox().awaiting()) {
            told = told.chain(
                    () -> quietly(restore, "end", tell(audience, restore, end).invoke(() -> reached.add(audience))));
        }
        return told.replaceWith(reached);
    }

    /** Whether a hook was told that nobody waits for it any more. */
    Uni<Boolean> cancelled(Restore restore, AskedHook hook) {
        return ports.hookEvents()
                .cancel(restore, hook)
                .replaceWith(true)
                .onFailure(CallFailedException.class)
                .invoke(failure -> untold(restore, "hook", failure))
                .onFailure(CallFailedException.class)
                .recoverWithItem(false);
    }

    private Uni<Void> hooks(Restore restore) {
        Uni<Void> told = NOTHING;
        for (AskedHook hook : restore.hooksToCancel()) {
            told = told.chain(() -> ports.hookEvents().cancel(restore, hook));
        }
        return told;
    }

    private Uni<Void> tell(Audience audience, Restore restore, Announcement end) {
        return switch (audience) {
            case SUBSCRIBERS -> ports.announcer().announce(end);
            case HOOKS -> hooks(restore);
            case WORKFLOW -> each(restore, token -> ports.workflows().end(token, end));
        };
    }

    private static Uni<Void> each(Restore restore, Function<Sensitive, Uni<Void>> tell) {
        Uni<Void> told = NOTHING;
        for (Sensitive token : restore.outbox().taskTokens()) {
            told = told.chain(() -> tell.apply(token));
        }
        return told;
    }

    private Uni<Void> quietly(Restore restore, String what, Uni<Void> telling) {
        return telling.onFailure(CallFailedException.class)
                .invoke(failure -> untold(restore, what, failure))
                .onFailure(CallFailedException.class)
                .recoverWithNull();
    }

    private void untold(Restore restore, String what, CallFailedException failure) {
        log.callFailed(restore.id(), failure);
        log.untold(restore.id(), what, failure.getMessage());
    }
}
