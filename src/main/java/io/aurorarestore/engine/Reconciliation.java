package io.aurorarestore.engine;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CommitRefusedException;
import io.aurorarestore.port.CommitRefusedException.Why;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works on one restore because of one trigger within one invocation. Each round describes, decides, commits and acts;
 * round follows round until the restore has to wait, or somebody else works on it.
 */
final class Reconciliation {

    /** More than a restore takes from end to end: what goes round without an end comes again, and fails by its deadline. */
    private static final int MOST_ROUNDS = 500;

    /** Somebody else was first so often: others are so busy with it that it is left to them for a while. */
    private static final int MOST_LOST = 3;

    /** Less than the queue's visibility timeout: a message that comes again after a crash finds it over. */
    private static final Duration TELLING = Duration.ofSeconds(60);

    private static final Uni<Boolean> GOES_ON = Uni.createFrom().item(true);
    private static final Uni<Boolean> RESTS = Uni.createFrom().item(false);

    private final Ports ports;
    private final AlreadyRead read;
    private final RecentViews views;
    private final StepSequence plan;
    private final Clock clock;
    private final TransitionLog log;
    private final Notifier notifier;
    private final Committer committer;
    private final Trigger trigger;
    private final Invocation invocation;

    private @Nullable Uncommitted restore;
    private int rounds;
    private int lost;
    private boolean hooksUntold;

    Reconciliation(
            Ports ports,
            StepSequence plan,
            Clock clock,
            TransitionLog log,
            Notifier notifier,
            Committer committer,
            Trigger trigger,
            Invocation invocation,
            AlreadyRead read) {
        this.ports = ports;
        this.read = read;
        this.views = new RecentViews(ports, read);
        this.plan = plan;
        this.clock = clock;
        this.log = log;
        this.notifier = notifier;
        this.committer = committer;
        this.trigger = trigger;
        this.invocation = invocation;
    }

    Uni<Void> of(RestoreId id) {
        return committer.tally(id).during(load(id).chain(this::rounds));
    }

    /** Ends the restore as failed, and announces that. */
    Uni<Void> givingUp(Restore found, Failure why) {
        restore = Uncommitted.nothing(found);
        StateMachine machine = machine(clock.instant());
        return follow(machine, machine.stuck(why)).chain(this::rounds);
    }

    private Uni<Void> rounds(boolean goesOn) {
        return goesOn
                ? Uni.createFrom()
                        .deferred(this::round)
                        .repeat()
                        .whilst(again -> again)
                        .collect()
                        .last()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Boolean> load(RestoreId id) {
        return found(id).map(found -> {
            found.ifPresent(stored -> restore = Uncommitted.nothing(stored));
            return found.filter(stored -> !trigger.staleFor(stored))
                    .filter(stored -> trigger.wakesUp() || !beingAnnounced(stored))
                    .isPresent();
        });
    }

    private Uni<Optional<Restore>> found(RestoreId id) {
        Optional<Restore> known = read.take(id);
        return known.isPresent()
                ? Uni.createFrom().item(known)
                : ports.restores().load(id);
    }

    /** Whoever ended it a moment ago is telling it: saying it twice is allowed, but nobody's wish. */
    private boolean beingAnnounced(Restore found) {
        return found.unannounced()
                && found.schedule()
                        .wakeAt()
                        .filter(ended -> clock.instant().isBefore(ended.plus(TELLING)))
                        .isPresent();
    }

    private Uni<Boolean> round() {
        Instant now = clock.instant();
        if (restore().settled() || restore().rests(now)) {
            return RESTS;
        }
        if (restore().schedule().keepsOut(invocation.holder(), now)
                || !invocation.hasTime(now)
                || rounds++ >= MOST_ROUNDS) {
            return leave(now);
        }
        StateMachine machine = machine(now);
        return decide(machine).invoke(change -> count(machine, change)).chain(change -> follow(machine, change));
    }

    /** Only the first round finds what it was woken for. */
    private void count(StateMachine machine, Change change) {
        if (rounds == 1 && LostEvent.isFoundBy(machine, change)) {
            log.lostEvent(restore().id(), restore().step());
        }
    }

    private Uni<Change> decide(StateMachine machine) {
        if (!restore().hooks().asked().isEmpty() && !restore().hooksToCancel().isEmpty() && !hooksUntold) {
            return cancelHook(machine, restore().hooksToCancel().get(0));
        }
        if (restore().unannounced()) {
            return notifier.end(restore()).map(machine::announcedTo);
        }
        if (machine.isToTurnBack()) {
            return Uni.createFrom().item(machine.turnBack());
        }
        Step step = plan.current(restore());
        return observe(step, machine.at())
                .map(seen -> machine.seeing(seen).decide(step, seen))
                .onFailure(CallFailedException.class)
                .recoverWithItem(failure -> machine.after(counted(failure)));
    }

    /** It holds nothing up: who could not be told is told at the end, until he is. */
    private Uni<Change> cancelHook(StateMachine machine, AskedHook hook) {
        return notifier.cancelled(restore(), hook).chain(told -> {
            hooksUntold = !told;
            return told ? Uni.createFrom().item(machine.hookCancelled(hook)) : decide(machine);
        });
    }

    private Uni<Observed> observe(Step step, Instant now) {
        return Describe.all(toDescribe(step, restore()), Observed.nothing(now, trigger.deadJob()), views);
    }

    private static List<Describe> toDescribe(Step step, Restore restore) {
        if (restore.progress().rollingBack()) {
            return step.describeForUndo(restore);
        }
        return step.skips(restore).isPresent() ? List.of() : step.describe(restore);
    }

    private Uni<Boolean> follow(StateMachine machine, Change change) {
        if (change instanceof Change.Rests rests) {
            return rests.next().map(this::lookAgain).orElse(RESTS);
        }
        if (change instanceof Change.Leaves leaves) {
            restore = uncommitted().goingOn(leaves.left(), leaves.after());
            return GOES_ON;
        }
        return commit((Change.Noted) change)
                .onFailure(failure -> CommitRefusedException.isFor(Why.TOO_LARGE, failure))
                .recoverWithUni(() -> commit(machine.tooLarge()));
    }

    private Uni<Boolean> commit(Change.Noted change) {
        return committer.commit(uncommitted(), change).chain(kept -> {
            if (kept.isEmpty()) {
                return afterLosing();
            }
            restore = Uncommitted.nothing(kept.get());
            return change.act().map(this::carryOut).orElse(change instanceof Change.Waits ? RESTS : GOES_ON);
        });
    }

    private Uni<Boolean> afterLosing() {
        lost++;
        views.forget();
        return lost >= MOST_LOST ? lookSoon() : load(restore().id());
    }

    private Uni<Boolean> carryOut(Decision.Act act) {
        return act.command()
                .on(ports)
                .map(done -> Optional.<CallFailedException>empty())
                .onFailure(CallFailedException.class)
                .recoverWithItem(failure -> Optional.of(counted(failure)))
                .chain(failed -> failed.isPresent() ? afterFailure(act, failed.get()) : afterwards(act));
    }

    private CallFailedException counted(CallFailedException failure) {
        log.callFailed(restore().id(), failure);
        return failure;
    }

    private Uni<Boolean> afterFailure(Decision.Act act, CallFailedException failure) {
        views.forget();
        if (failure.kind() == CallFailedException.Kind.UNANSWERED) {
            return afterTheLease();
        }
        StateMachine machine =
                act.doneWithIntent() ? machine(clock.instant()).without(act.command()) : machine(clock.instant());
        return new CommandFailure(act.command(), failure)
                .decide(ports, machine)
                .chain(decision -> follow(machine, machine.apply(decision)));
    }

    /** The call may still take effect: as after a crash, nobody acts before the lease has ended. */
    private Uni<Boolean> afterTheLease() {
        Duration left = restore()
                .schedule()
                .lease()
                .map(held -> Duration.between(clock.instant(), held.until()))
                .orElse(Duration.ZERO);
        return wake(restore().schedule().chain(), left);
    }

    private Uni<Boolean> afterwards(Decision.Act act) {
        views.forgetAfter(act.command());
        if (act.doneWithIntent()) {
            return RESTS;
        }
        Instant now = clock.instant();
        restore = uncommitted()
                .knowing(restore().with(restore().progress().acted(act.command().key(), now)));
        if (act.rest().isPresent()) {
            return invocation.hasTime(now) ? carryOut(act.rest().get()) : leave(now);
        }
        if (act.then().isEmpty()) {
            return GOES_ON;
        }
        StateMachine machine = machine(now);
        return follow(
                machine, machine.pausing(act.command().description(), act.then().get()));
    }

    /** What was found out is not lost. */
    private Uni<Boolean> leave(Instant now) {
        StateMachine machine = machine(now);
        return uncommitted().isAhead()
                ? follow(machine, machine.pausing("the next invocation", Pace.SOON))
                : lookSoon();
    }

    /**
     * Somebody is at it, or the time is over. The wake-up outlives the pause of whoever is at it, who may have looked too
     * early, but not the pause after that: else each would be sent again for ever, and with its doubles.
     */
    private Uni<Boolean> lookSoon() {
        return wake(restore().schedule().chain() + 1, Pace.SOON.first());
    }

    /** Whoever waits for the restore is shown that it lives. */
    private Uni<Boolean> lookAgain(Change.WakeUp next) {
        return wake(next.chain(), next.pause()).call(() -> notifier.onTheWay(restore(), false));
    }

    private Uni<Boolean> wake(long chain, Duration pause) {
        return ports.wakeUps().send(restore().id(), chain, pause).replaceWith(false);
    }

    private StateMachine machine(Instant now) {
        return new StateMachine(
                restore(), uncommitted().isAhead(), plan, ports.home(), trigger, now, invocation.lease());
    }

    private Restore restore() {
        return uncommitted().now();
    }

    private Uncommitted uncommitted() {
        return Objects.requireNonNull(restore);
    }
}
