package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CommitRefusedException;
import io.aurorarestore.port.CommitRefusedException.Why;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The engine's one verb. Looks at what is there, lets the restore's step decide, commits that, carries it out, and goes
 * on until the restore has to wait; then its next wake-up is armed. Calling it once more, at any time, does no harm.
 */
public final class Reconciler {

    /** Less than the queue's visibility timeout: a message that comes again after a crash finds it over. */
    private static final Duration TELLING = Duration.ofSeconds(60);

    private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

    private final Ports ports;
    private final StepSequence plan;
    private final Clock clock;
    private final Notifier notifier;
    private final Committer commits;
    private final UnexpectedErrors unexpectedErrors;
    private final TransitionLog log;

    public Reconciler(Ports ports, StepSequence plan, Clock clock, TransitionLog log) {
        this.ports = ports;
        this.plan = plan;
        this.clock = clock;
        this.notifier = new Notifier(ports, log);
        this.commits = new Committer(ports, log, notifier);
        this.unexpectedErrors = new UnexpectedErrors(ports.restores());
        this.log = log;
    }

    /**
     * Fails where the store or a queue cannot be reached, and where something happens that nobody expected: the message
     * that led here must then come again.
     */
    public Uni<Void> reconcile(RestoreId id, Trigger trigger, Invocation invocation) {
        return Uni.createFrom()
                .deferred(() -> work(id, trigger, invocation))
                .onFailure(StoredByNewerVersionException.class)
                .recoverWithUni(newer -> leftAlone(id, newer))
                .onFailure(unexpectedErrors::matters)
                .recoverWithUni(failure -> afterSetback(id, trigger, invocation, failure));
    }

    /** The message fails; unless that was too often: then the restore does. */
    private Uni<Void> afterSetback(RestoreId id, Trigger trigger, Invocation invocation, Throwable failure) {
        return unexpectedErrors
                .count(id, trigger)
                .map(often ->
                        often.filter(restore -> !restore.schedule().keepsOut(invocation.holder(), clock.instant())))
                .chain(often -> often.map(restore -> giveUp(restore, trigger, invocation, failure))
                        .orElseGet(() -> Uni.createFrom().failure(failure)))
                .onFailure()
                .transform(another -> failure);
    }

    /** Its own version finds it overdue. */
    private Uni<Void> leftAlone(RestoreId id, StoredByNewerVersionException newer) {
        return NOTHING.invoke(() -> log.leftAlone(id, newer.getMessage()));
    }

    private Uni<Void> giveUp(Restore restore, Trigger trigger, Invocation invocation, Throwable failure) {
        StateMachine now = situation(restore, trigger, invocation);
        return follow(now, now.stuck(UnexpectedErrors.inWords(restore, failure)), invocation)
                .invoke(() -> log.gaveUp(restore.id(), failure));
    }

    private Uni<Void> work(RestoreId id, Trigger trigger, Invocation invocation) {
        return ports.restores()
                .load(id)
                .chain(found -> found.filter(restore -> !trigger.staleFor(restore))
                        .filter(restore -> trigger.wakesUp() || !beingAnnounced(restore))
                        .map(restore -> look(restore, trigger, invocation))
                        .orElse(NOTHING));
    }

    /** Whoever ended it a moment ago is telling it: saying it twice is allowed, but nobody's wish. */
    private boolean beingAnnounced(Restore restore) {
        return restore.unannounced()
                && restore.schedule()
                        .wakeAt()
                        .filter(ended -> clock.instant().isBefore(ended.plus(TELLING)))
                        .isPresent();
    }

    private Uni<Void> look(Restore restore, Trigger trigger, Invocation invocation) {
        Instant now = clock.instant();
        if (restore.settled() || restore.rests(now)) {
            return NOTHING;
        }
        if (restore.schedule().keepsOut(invocation.holder(), now) || !invocation.hasTime(now)) {
            return lookSoon(restore);
        }
        StateMachine situation = situation(restore, trigger, invocation);
        return restore.unannounced() ? announce(situation, invocation) : advance(situation, invocation);
    }

    /**
     * Somebody is at it, or the time is over. The wake-up outlives the pause of whoever is at it, who may have looked too
     * early, but not the pause after that: else each would be sent again for ever, and with its doubles.
     */
    private Uni<Void> lookSoon(Restore restore) {
        return ports.wakeUps().send(restore.id(), restore.schedule().chain() + 1, Pace.SOON.first());
    }

    private Uni<Void> advance(StateMachine situation, Invocation invocation) {
        if (situation.isToTurnBack()) {
            return follow(situation, situation.turnBack(), invocation);
        }
        Step step = plan.step(situation.restore().step());
        return observe(step, situation)
                .map(seen -> decide(step, situation.of(seen.pinIn(situation.restore())), seen))
                .onFailure(CallFailedException.class)
                .recoverWithItem(failure -> Decision.after(failure, situation).move(situation))
                .chain(move -> follow(situation, move, invocation));
    }

    private static Change decide(Step step, StateMachine situation, Observed seen) {
        Restore restore = situation.restore();
        Decision decision = restore.progress().rollingBack()
                ? step.undo(restore, seen)
                : step.skips(restore).map(Decision::skip).orElseGet(() -> step.decide(restore, seen));
        return decision.move(situation);
    }

    private Uni<Observed> observe(Step step, StateMachine situation) {
        Observed nothing = Observed.nothing(situation.at(), situation.trigger().deadJob());
        return Describe.all(describe(step, situation.restore()), nothing, ports);
    }

    private static List<Describe> describe(Step step, Restore restore) {
        if (restore.progress().rollingBack()) {
            return step.describeForUndo(restore);
        }
        return step.skips(restore).isPresent() ? List.of() : step.describe(restore);
    }

    private Uni<Void> announce(StateMachine situation, Invocation invocation) {
        return notifier.end(situation.restore())
                .chain(reached -> follow(situation, situation.announcedTo(reached), invocation));
    }

    private Uni<Void> follow(StateMachine situation, Change move, Invocation invocation) {
        return move.changes()
                ? commit(situation, move, invocation)
                        .onFailure(failure -> CommitRefusedException.isFor(Why.TOO_LARGE, failure))
                        .recoverWithUni(() -> commit(situation, situation.tooLarge(), invocation))
                : NOTHING;
    }

    private Uni<Void> commit(StateMachine situation, Change move, Invocation invocation) {
        return commits.commit(situation, move)
                .chain(kept -> kept.map(restore -> goOn(restore, situation.trigger(), move, invocation))
                        .orElseGet(() -> afterLosing(situation, invocation.lostOne())));
    }

    private Uni<Void> afterLosing(StateMachine situation, Invocation invocation) {
        Restore restore = situation.restore();
        return invocation.losesTooOften() ? lookSoon(restore) : work(restore.id(), situation.trigger(), invocation);
    }

    private Uni<Void> goOn(Restore restore, Trigger trigger, Change move, Invocation invocation) {
        return move.act()
                .map(act -> carryOut(restore, trigger, act, invocation))
                .orElseGet(() -> move.rests() ? NOTHING : look(restore, trigger, invocation));
    }

    private Uni<Void> carryOut(Restore leased, Trigger trigger, Decision.Act act, Invocation invocation) {
        return act.command()
                .on(ports)
                .map(done -> Optional.<CallFailedException>empty())
                .onFailure(CallFailedException.class)
                .recoverWithItem(failure -> Optional.of(failure))
                .chain(failed -> failed.map(failure ->
                                afterFailure(leased, trigger, new CommandFailure(act.command(), failure), invocation))
                        .orElseGet(() -> afterwards(leased, trigger, act, invocation)));
    }

    private Uni<Void> afterFailure(Restore leased, Trigger trigger, CommandFailure call, Invocation invocation) {
        if (call.failure().kind() == CallFailedException.Kind.UNANSWERED) {
            return afterTheLease(leased);
        }
        StateMachine now = situation(leased, trigger, invocation);
        return call.decide(ports, now).chain(decision -> follow(now, decision.move(now), invocation));
    }

    /** The call may still take effect: as after a crash, nobody acts before the lease has ended. */
    private Uni<Void> afterTheLease(Restore leased) {
        Duration left = leased.schedule()
                .wakeAt()
                .map(end -> Duration.between(clock.instant(), end))
                .orElse(Duration.ZERO);
        return ports.wakeUps().send(leased.id(), leased.schedule().chain(), left);
    }

    private Uni<Void> afterwards(Restore leased, Trigger trigger, Decision.Act act, Invocation invocation) {
        Restore acted = leased.with(leased.progress().acted(act.command().key(), clock.instant()));
        StateMachine now = situation(acted, trigger, invocation);
        return act.then()
                .map(pace -> follow(
                        now, now.pausing(acted, act.command().description(), Optional.empty(), pace), invocation))
                .orElseGet(() -> look(acted, trigger, invocation));
    }

    private StateMachine situation(Restore restore, Trigger trigger, Invocation invocation) {
        return new StateMachine(restore, plan, ports.home(), trigger, clock.instant(), invocation.lease());
    }
}
