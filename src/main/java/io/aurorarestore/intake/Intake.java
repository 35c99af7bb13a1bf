package io.aurorarestore.intake;

import io.aurorarestore.engine.AuditNumbering;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TransitionLog;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.CommitRefusedException;
import io.aurorarestore.port.CommitRefusedException.Why;
import io.aurorarestore.port.OpenResult;
import io.aurorarestore.port.Profiles;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Accepts requests: settles what applies, and opens the restore in a transaction that takes the target's lock. */
public final class Intake {

    private static final int TRIES = 3;

    private final Restores restores;
    private final ProfileAccess profileAccess;
    private final StepSequence plan;
    private final Clock clock;
    private final TransitionLog log;

    public Intake(Restores restores, Profiles profiles, StepSequence plan, Clock clock, TransitionLog log) {
        this.restores = restores;
        this.profileAccess = new ProfileAccess(profiles);
        this.plan = plan;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Opens a restore, due at once.
     *
     * @param sender whose key, sent again, answers the same restore
     * @return the restore's id; fails with {@link RequestRejectedException}
     */
    public Uni<RestoreId> open(RestoreRequest request, Sender sender) {
        return admit(request, sender)
                .chain(this::open)
                .onFailure(RequestRejectedException.class)
                .recoverWithUni(refused -> unlessAccepted(request, sender, refused))
                .onFailure(StoredByNewerVersionException.class)
                .transform(
                        newer -> new RequestRejectedException(FailureCode.STORED_BY_NEWER_VERSION, newer.getMessage()));
    }

    /** What was accepted stays so, though its profile has changed since. */
    private Uni<RestoreId> unlessAccepted(RestoreRequest request, Sender sender, RequestRejectedException refused) {
        return restores.load(RestoreId.of(sender.key()))
                .map(found -> found.filter(known -> known.accepted().request().equals(request))
                        .map(Restore::id)
                        .orElseThrow(() -> refused));
    }

    /** The restore as it would be opened. */
    Uni<Restore> admit(RestoreRequest request, Sender sender) {
        return profileAccess.applicable(request).map(found -> {
            SettingsResolver resolver = new SettingsResolver(request, found.named(), found.byDefault());
            Admission admission = new Admission(request, resolver);
            admission.permit(sender.by());
            AcceptedRequest accepted = new AcceptedRequest(
                    request, resolver.settings(), sender.key(), sender.by(), clock.instant(), found.usual());
            admission.accept(accepted);
            Restore fresh = Restore.open(RestoreId.of(sender.key()), accepted, plan.first());
            return sender.taskToken()
                    .map(token -> fresh.awaitedBy(token, accepted.openedAt()))
                    .orElse(fresh);
        });
    }

    private Uni<RestoreId> open(Restore fresh) {
        return open(fresh, TRIES)
                .onFailure(failure -> CommitRefusedException.isFor(Why.ENTRY_EXISTS, failure))
                .recoverWithUni(() -> restores.lastEntry(fresh.id()).chain(last -> open(fresh.numbered(last), TRIES)));
    }

    private Uni<RestoreId> open(Restore fresh, int left) {
        AuditEntry entry = opened(fresh);
        return restores.open(fresh.next(1), entry).chain(result -> answer(result, fresh, entry, left));
    }

    static Failure busy(String target, RestoreId holder) {
        return new Failure(FailureCode.TARGET_BUSY, target + " is being restored already, by restore " + holder + ".");
    }

    private static Failure secretInUse(Restore fresh, RestoreId holder) {
        return new Failure(
                FailureCode.SECRET_IN_USE,
                "Restore " + holder + " of another target holds the secret "
                        + fresh.lockedSecret().orElseThrow() + ".");
    }

    private Uni<RestoreId> answer(OpenResult result, Restore fresh, AuditEntry entry, int left) {
        if (result instanceof OpenResult.Opened opened) {
            log.committed(entry);
            return Uni.createFrom().item(opened.restore().id());
        }
        if (result instanceof OpenResult.Known known) {
            return same(known.restore(), fresh, left);
        }
        if (result instanceof OpenResult.Busy busy) {
            throw new RequestRejectedException(busy(fresh.target(), busy.holder()), busy.holder());
        }
        if (result instanceof OpenResult.SecretInUse inUse) {
            throw new RequestRejectedException(secretInUse(fresh, inUse.holder()), inUse.holder());
        }
        Failure earlier = ((OpenResult.Rejected) result).earlier().failure();
        throw new RequestRejectedException(earlier.code(), earlier.message());
    }

    private static AuditEntry opened(Restore fresh) {
        return new AuditEntry(
                fresh.id(),
                fresh.entries() + 1,
                fresh.accepted().openedAt(),
                fresh.step(),
                AuditAction.OPENED.code(),
                description(fresh.accepted().request()),
                "request",
                fresh.accepted().by());
    }

    /** What the request itself says of the cluster is named, so that it can be found: its values are in the order. */
    private static String description(RestoreRequest request) {
        Set<String> said = request.settings().said().keySet();
        return "restore " + request.source().description() + " as " + request.target()
                + (said.isEmpty() ? "" : "; settings: " + String.join(", ", said));
    }

    private Uni<RestoreId> same(Restore known, Restore fresh, int left) {
        if (!known.accepted().request().equals(fresh.accepted().request())) {
            throw new RequestRejectedException(
                    FailureCode.KEY_REUSED,
                    "Request id " + fresh.accepted().key() + " was used for another request before.");
        }
        return fresh.outbox().taskTokens().stream()
                .filter(token -> !known.outbox().taskTokens().contains(token))
                .findFirst()
                .map(fresher -> awaited(known, fresh, fresher, left))
                .orElseGet(() -> Uni.createFrom().item(known.id()));
    }

    /** A workflow that tries again waits with a new token. */
    private Uni<RestoreId> awaited(Restore known, Restore fresh, Sensitive token, int left) {
        Restore after = known.awaitedBy(token, clock.instant()).next(0);
        return restores.commit(new Transition(known, after, List.of()))
                .chain(kept -> kept ? Uni.createFrom().item(known.id()) : onceMore(fresh, left));
    }

    /** Somebody else committed first. */
    private Uni<RestoreId> onceMore(Restore fresh, int left) {
        if (left <= 1) {
            throw AuditNumbering.lostTooOften(fresh.id());
        }
        return open(fresh, left - 1);
    }
}
