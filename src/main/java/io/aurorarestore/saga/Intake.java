package io.aurorarestore.saga;

import io.aurorarestore.port.Opening;
import io.aurorarestore.port.Profiles;
import io.aurorarestore.port.Restores;
import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.NamePattern;
import io.aurorarestore.restore.Order;
import io.aurorarestore.restore.Refusal;
import io.aurorarestore.restore.Replace;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.RestoreRequest;
import io.aurorarestore.restore.Sender;
import io.aurorarestore.restore.Sensitive;
import io.aurorarestore.restore.Transition;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;

/** The one door for requests: settles what applies, and opens the restore in a transaction that takes the target's lock. */
public final class Intake {

    private final Restores restores;
    private final Callers callers;
    private final RestorePlan plan;
    private final Clock clock;
    private final TransitionLog log;

    public Intake(Restores restores, Profiles profiles, RestorePlan plan, Clock clock, TransitionLog log) {
        this.restores = restores;
        this.callers = new Callers(profiles);
        this.plan = plan;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Opens a restore, due at once.
     *
     * @param sender whose key, sent again, answers the same restore
     * @return the restore's id; fails with {@link Refused}
     */
    public Uni<RestoreId> open(RestoreRequest request, Sender sender) {
        return admit(request, sender)
                .chain(this::open)
                .onFailure(Refused.class)
                .recoverWithUni(refused -> unlessAccepted(request, sender, refused));
    }

    /** What was accepted stays so, though its profile has changed since. */
    private Uni<RestoreId> unlessAccepted(RestoreRequest request, Sender sender, Refused refused) {
        return restores.load(RestoreId.of(sender.key()))
                .map(found -> found.filter(known -> known.order().request().equals(request))
                        .map(Restore::id)
                        .orElseThrow(() -> refused));
    }

    /** The restore as it would be opened. */
    Uni<Restore> admit(RestoreRequest request, Sender sender) {
        return callers.applicable(request).map(resolver -> {
            permit(request, resolver);
            Callers.permit(sender.by(), resolver);
            Order order = new Order(
                    request,
                    resolver.settings(),
                    sender.key(),
                    sender.by(),
                    clock.instant(),
                    sender.taskToken().stream().toList());
            accept(order);
            return Restore.open(RestoreId.of(sender.key()), order, plan.first());
        });
    }

    /** Deleting first leaves nothing to go back to but a final snapshot. */
    private static void accept(Order order) {
        if (order.request().replace() == Replace.DELETE_FIRST
                && !order.request().acceptDataLoss()
                && !order.settings().asked().finalSnapshot().orElse(false)) {
            throw new Refused(
                    FailureCode.DATA_LOSS_NOT_ACCEPTED,
                    "delete-first deletes " + order.request().target() + " before its successor is there.");
        }
    }

    private static void permit(RestoreRequest request, SettingsResolver resolver) {
        if (!NamePattern.anyMatches(resolver.allowedTargets(), request.target())) {
            throw new Refused(
                    FailureCode.TARGET_NOT_ALLOWED,
                    "Profile " + request.profile() + " does not allow the target " + request.target() + ".");
        }
    }

    private Uni<RestoreId> open(Restore fresh) {
        AuditEntry entry = opened(fresh);
        return restores.open(fresh.next(true), entry).chain(opening -> opening.answer(new Answers(fresh, entry)));
    }

    static Failure busy(String target, RestoreId holder) {
        return new Failure(FailureCode.TARGET_BUSY, target + " is being restored already, by restore " + holder + ".");
    }

    private final class Answers implements Opening.Cases<Uni<RestoreId>> {

        private final Restore fresh;
        private final AuditEntry entry;

        Answers(Restore fresh, AuditEntry entry) {
            this.fresh = fresh;
            this.entry = entry;
        }

        @Override
        public Uni<RestoreId> opened(Restore restore) {
            log.committed(entry);
            return Uni.createFrom().item(restore.id());
        }

        @Override
        public Uni<RestoreId> known(Restore known) {
            return same(known, fresh);
        }

        @Override
        public Uni<RestoreId> busy(RestoreId holder) {
            throw new Refused(Intake.busy(fresh.target(), holder), holder);
        }

        @Override
        public Uni<RestoreId> refused(Refusal earlier) {
            throw new Refused(earlier.failure().code(), earlier.failure().message());
        }
    }

    private static AuditEntry opened(Restore fresh) {
        return new AuditEntry(
                fresh.id(),
                fresh.entries() + 1,
                fresh.order().openedAt(),
                fresh.step(),
                "opened",
                "restore " + fresh.order().request().source().words() + " as " + fresh.target(),
                "request",
                fresh.order().by());
    }

    private Uni<RestoreId> same(Restore known, Restore fresh) {
        if (!known.order().request().equals(fresh.order().request())) {
            throw new Refused(
                    FailureCode.KEY_REUSED,
                    "Request id " + fresh.order().key() + " was used for another request before.");
        }
        return fresh.order().taskTokens().stream()
                .filter(token -> !known.order().taskTokens().contains(token))
                .findFirst()
                .map(fresher -> awaited(known, fresh, fresher))
                .orElseGet(() -> Uni.createFrom().item(known.id()));
    }

    /** A workflow that tries again waits with a new token. */
    private Uni<RestoreId> awaited(Restore known, Restore fresh, Sensitive token) {
        Restore after = known.awaitedBy(token, clock.instant()).next(false);
        return restores.commit(new Transition(known, after, Optional.empty()))
                .chain(kept -> kept ? Uni.createFrom().item(known.id()) : open(fresh));
    }
}
