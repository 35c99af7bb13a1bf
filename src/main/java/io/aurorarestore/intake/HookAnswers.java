package io.aurorarestore.intake;

import io.aurorarestore.engine.AuditNumbering;
import io.aurorarestore.engine.TransitionLog;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.HookAnswer;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.port.Profiles;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes the answers of hooks. One that comes twice changes nothing; one that nobody waits for, or that may not answer,
 * fails with {@link RequestRejectedException}.
 */
public final class HookAnswers {

    private static final int TRIES = 3;

    /** What goes on is noted so often at most: who says it writes as often as he likes. */
    private static final Duration PROGRESS = Duration.ofMinutes(1);

    private final Restores restores;
    private final AuditNumbering numbering;
    private final ProfileAccess profileAccess;
    private final Clock clock;
    private final TransitionLog log;

    public HookAnswers(Restores restores, Profiles profiles, Clock clock, TransitionLog log) {
        this.restores = restores;
        this.numbering = new AuditNumbering(restores);
        this.profileAccess = new ProfileAccess(profiles);
        this.clock = clock;
        this.log = log;
    }

    /** By an event, which names an account and no principal: only where the profile says so. */
    public Uni<Restore> byEvent(HookAnswer answer, String by) {
        return take(answer, by, true, TRIES);
    }

    /** By a signed call, of one whom the profile allows. */
    public Uni<Restore> byCall(HookAnswer answer, String by) {
        return take(answer, by, false, TRIES);
    }

    private Uni<Restore> take(HookAnswer answer, String by, boolean event, int left) {
        return restores.load(answer.restore())
                .onFailure(StoredByNewerVersionException.class)
                .transform(
                        newer -> new RequestRejectedException(FailureCode.STORED_BY_NEWER_VERSION, newer.getMessage()))
                .map(found -> found.orElseThrow(() -> new RequestRejectedException(
                        FailureCode.UNKNOWN_RESTORE, "There is no restore " + answer.restore() + ".")))
                .call(restore -> permit(restore, hook(restore, answer), by, event))
                .chain(restore -> note(restore, answer, by))
                .chain(noted -> noted.map(restore -> Uni.createFrom().item(restore))
                        .orElseGet(() -> onceMore(answer, by, event, left)));
    }

    /** Somebody else committed first. */
    private Uni<Restore> onceMore(HookAnswer answer, String by, boolean event, int left) {
        if (left <= 1) {
            throw AuditNumbering.lostTooOften(answer.restore());
        }
        return take(answer, by, event, left - 1);
    }

    private static Hook hook(Restore restore, HookAnswer answer) {
        return restore.settings().hooks().stream()
                .filter(one -> one.name().equals(answer.hook()))
                .findFirst()
                .orElseThrow(() -> new RequestRejectedException(
                        FailureCode.NOTHING_HERE, "Restore " + restore.id() + " has no hook of this name."));
    }

    private Uni<Void> permit(Restore restore, Hook hook, String by, boolean event) {
        if (!event) {
            return profileAccess.permit(restore.accepted().request(), by);
        }
        if (!hook.answeredByEvent()) {
            throw new RequestRejectedException(
                    FailureCode.CALLER_NOT_ALLOWED,
                    "Hook " + hook.name() + " is not answered by event: its profile does not say \"answerBy\":"
                            + " \"event\". POST /restores/" + restore.id() + "/hooks/" + hook.name()
                            + " instead.");
        }
        return Uni.createFrom().voidItem();
    }

    /** The restore with the answer, or nothing if somebody else committed first. */
    private Uni<Optional<Restore>> note(Restore restore, HookAnswer answer, String by) {
        AskedHook asked =
                restore.hooks().of(answer.hook()).orElseThrow(() -> inVain(answer, "has not been asked for yet"));
        if (answer.id().filter(id -> !id.equals(asked.id())).isPresent()) {
            throw inVain(answer, "is answered for an earlier hookId; now it is " + asked.id());
        }
        if (answer.outcome().isEmpty()) {
            return asked.unanswered() ? progress(restore, asked, answer) : same(restore);
        }
        if (answer.outcome().get() == asked.state()) {
            return same(restore);
        }
        if (!asked.unanswered()) {
            throw inVain(answer, asked.state() == AskedHook.State.CANCELLED ? "was cancelled" : "has answered before");
        }
        if (restore.hooksToCancel().contains(asked)) {
            throw inVain(answer, "is not waited for any more");
        }
        AskedHook answered = asked.answered(answer.outcome().get(), answer.message(), clock.instant());
        return commit(restore, answered, List.of(entry(restore, answered, by)));
    }

    private static RequestRejectedException inVain(HookAnswer answer, String why) {
        return new RequestRejectedException(
                FailureCode.NOT_POSSIBLE_NOW,
                "Hook " + answer.hook() + " of restore " + answer.restore() + " " + why + ".");
    }

    private Uni<Optional<Restore>> progress(Restore restore, AskedHook asked, HookAnswer answer) {
        Instant now = clock.instant();
        boolean lately =
                asked.heardAt().filter(at -> now.isBefore(at.plus(PROGRESS))).isPresent();
        return lately ? same(restore) : commit(restore, asked.at(answer.percent(), now), List.of());
    }

    private Uni<Optional<Restore>> commit(Restore restore, AskedHook hook, List<AuditEntry> entries) {
        Restore after = restore.with(restore.hooks().with(hook)).next(entries.size());
        return numbering
                .commit(new Transition(restore, after, entries))
                .invoke(committed -> committed.ifPresent(log::kept))
                .map(committed -> committed.map(Transition::after));
    }

    private AuditEntry entry(Restore restore, AskedHook hook, String by) {
        return new AuditEntry(
                restore.id(),
                restore.entries() + 1,
                clock.instant(),
                restore.step(),
                AuditAction.HOOK_ANSWERED.code(),
                "hook " + hook.name() + " " + hook.state() + ": " + hook.said("it says no more"),
                "hook " + hook.name(),
                by);
    }

    private static Uni<Optional<Restore>> same(Restore restore) {
        return Uni.createFrom().item(Optional.of(restore));
    }
}
