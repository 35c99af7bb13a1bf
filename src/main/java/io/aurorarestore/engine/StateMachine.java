package io.aurorarestore.engine;

import io.aurorarestore.command.Command;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.AskedHooks;
import io.aurorarestore.model.restore.Audience;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Lease;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.Recovery;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.StepTiming;
import io.aurorarestore.port.CallFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Works out how a restore changes by a decision of its step. Pure: knows the plan, the time and the trigger, and calls
 * nobody.
 *
 * @param ahead whether it is further than what is stored of it
 * @param at now
 * @param lease that this invocation can take
 */
record StateMachine(
        Restore restore, boolean ahead, StepSequence plan, Home home, Trigger trigger, Instant at, Lease lease) {

    /** How long RDS may take to show what it has accepted. */
    private static final Duration SETTLING = Duration.ofSeconds(60);

    /** Whoever could not be told is tried again. */
    private static final Pace TELLING = Pace.usually(Duration.ofMinutes(1));

    private static final String NOBODY = "nobody, until all is to be seen";

    /** With the immutable ids of what was seen and is the restore's own. */
    StateMachine seeing(Observed seen) {
        Restore pinned = seen.pinIn(restore);
        return new StateMachine(pinned, ahead || !pinned.equals(restore), plan, home, trigger, at, lease);
    }

    /** What its step decides by what was seen. */
    Change decide(Step step, Observed seen) {
        if (restore.progress().rollingBack()) {
            return apply(step.undo(restore, seen));
        }
        return apply(step.skips(restore).map(Decision::skip).orElseGet(() -> step.decide(restore, seen)));
    }

    /** A call that failed while looking. */
    Change after(CallFailedException failure) {
        return apply(CommandFailure.ofAnyCall(failure, this));
    }

    Change apply(Decision decision) {
        if (decision instanceof Decision.Done done) {
            return leaving(done.learned().apply(restore), done.what(), done.why());
        }
        if (decision instanceof Decision.Act act) {
            return acting(act);
        }
        if (decision instanceof Decision.Await await) {
            Restore after = await.learned().apply(restore);
            return overdue()
                    ? failing(after, timedOut(await.what()))
                    : checkIn().waiting(after, await, wanted(await.pace()));
        }
        Decision.Fail fail = (Decision.Fail) decision;
        return failing(fail.learned().apply(restore), fail.failure());
    }

    private Change acting(Decision.Act act) {
        Command command = act.command();
        if (act.doneWithIntent()) {
            return pausing(done(act), command.description(), act.then().orElseThrow())
                    .sending(entry(AuditAction.ACTS, command.description()), act);
        }
        List<Command> all = act.commands();
        List<AuditEntry> intents = IntStream.range(0, all.size())
                .mapToObj(at -> entry(
                        restore.entries() + 1 + at,
                        AuditAction.ACTS,
                        all.get(at).description()))
                .toList();
        return new Change.Acts(intents, intending(act), act);
    }

    private Restore done(Decision.Act act) {
        Restore after = act.learned().apply(restore);
        return after.with(after.progress().acted(act.command().key(), at));
    }

    /** What was noted as done was not. */
    StateMachine without(Command command) {
        Restore before = restore.with(restore.progress().notActed(command.key()));
        return new StateMachine(before, true, plan, home, trigger, at, lease);
    }

    private AuditEntry entry(AuditAction what, String why) {
        return entry(restore.entries() + 1, what, why);
    }

    private AuditEntry entry(long number, AuditAction what, String why) {
        return new AuditEntry(
                restore.id(),
                number,
                at,
                restore.step(),
                what.code(),
                why,
                trigger.cause(),
                restore.accepted().by());
    }

    /** The restore with what the command will create written down, leased to this invocation. */
    private Restore intending(Decision.Act act) {
        Restore after = act.learned().apply(restore);
        Restore intended = after;
        for (Command command : act.commands()) {
            intended = command.intended(planning(command, intended));
        }
        return intended.with(restore.schedule().leasedTo(lease));
    }

    private Restore planning(Command command, Restore after) {
        return command.creates(home)
                .map(made -> after.with(after.resources().plus(made)))
                .orElse(after);
    }

    /** The step is through, or through with being undone. */
    private Change leaving(Restore after, AuditAction what, String why) {
        if (after.progress().rollingBack()) {
            AuditEntry undone = entry(what == AuditAction.DONE ? AuditAction.UNDONE : what, why);
            return plan.undoBefore(restore.step())
                    .<Change>map(previous -> new Change.Leaves(undone, entering(previous, after)))
                    .orElseGet(() -> Change.on(undone, after.ended(undoneAs(after), at)));
        }
        Optional<Hook> hook = restore.awaitedHook();
        if (hook.isPresent()) {
            AskedHooks hooks = after.hooks().over(hook.get().name());
            AuditAction how = what == AuditAction.DONE ? AuditAction.HOOK_DONE : what;
            return new Change.Leaves(entry(how, why), entering(restore.step(), after.with(hooks)));
        }
        return plan.after(restore.step())
                .<Change>map(next -> new Change.Leaves(entry(what, why), entering(next, after)))
                .orElseGet(() -> succeeded(after, entry(what, why)));
    }

    /** What was set aside, and is to be deleted later, gets a life of its own. */
    private Change succeeded(Restore after, AuditEntry entry) {
        return retiredAfter(after)
                .map(kept -> at.plus(kept))
                .map(due -> Change.on(entry, ended(after.with(after.outputs().withRetirement(due))))
                        .opening(after.retirement(due)))
                .orElseGet(() -> Change.on(entry, ended(after)));
    }

    private Restore ended(Restore after) {
        Restore ended = after.ended(Status.SUCCEEDED, at);
        List<String> missed = Recovery.of(ended).missed();
        return missed.isEmpty() ? ended : ended.with(ended.outcome().warned(missed));
    }

    private static Status undoneAs(Restore after) {
        return after.outcome().cancelled().isPresent() ? Status.CANCELLED : Status.ROLLED_BACK;
    }

    private static Optional<Duration> retiredAfter(Restore after) {
        return after.outputs()
                .predecessor()
                .filter(old -> after.swaps() && !after.retires())
                .flatMap(old -> after.cluster().retirement())
                .filter(Retirement::later)
                .flatMap(Retirement::after);
    }

    /** Before the pivot a failure leads back; after it only forward, with a warning; in undoing it needs a person. */
    private Change failing(Restore after, Failure failure) {
        if (after.progress().rollingBack() || after.retires()) {
            return stuck(after, failure);
        }
        return plan.pastPivot(restore.step())
                ? leaving(
                        after.with(after.outcome().warned(List.of(failure.description()))),
                        AuditAction.FAILED,
                        failure.description())
                : turningBack(after.with(after.outcome().because(failure)), AuditAction.FAILED, failure.description());
    }

    /** It needs a person, who can resume it. */
    Change.Noted stuck(Failure failure) {
        return stuck(restore, failure);
    }

    /** It has outgrown its item: only its end can still be written. */
    Change.Noted tooLarge() {
        return stuck(new Failure(
                FailureCode.RESTORE_TOO_LARGE,
                "Step " + restore.step().label() + " found more than can be kept of a restore."));
    }

    private Change.Noted stuck(Restore after, Failure failure) {
        Outcome outcome = after.outcome().stuck(failure, after.status());
        return Change.on(
                entry(AuditAction.FAILED, failure.description()),
                after.with(outcome).ended(Status.FAILED, at));
    }

    /** Somebody wants the restore to be cancelled, and it still can be. */
    boolean isToTurnBack() {
        return restore.status() == Status.RUNNING
                && restore.outcome().cancelled().isPresent()
                && !plan.pastPivot(restore.step());
    }

    Change turnBack() {
        String description = restore.outcome().cancelled().orElseThrow();
        Outcome outcome =
                restore.outcome().because(new Failure(FailureCode.CANCELLED, "Cancelled by " + description + "."));
        return turningBack(restore.with(outcome), AuditAction.CANCELLED, description);
    }

    /** A hook was told that it was asked in vain. */
    Change hookCancelled(AskedHook hook) {
        return Change.on(
                entry(AuditAction.HOOK_CANCELLED, "nobody waits for hook " + hook.name() + " any more"),
                restore.with(restore.hooks().with(hook.cancelled())));
    }

    private Change turningBack(Restore after, AuditAction what, String why) {
        return plan.undoFrom(restore.step())
                .<Change>map(step -> begun(after)
                        ? Change.pausing(Optional.of(entry(what, why)), settling(backwards(after, step)), SETTLING)
                        : Change.on(entry(what, why), backwards(after, step)))
                .orElseGet(() -> Change.on(entry(what, why), after.ended(undoneAs(after), at)));
    }

    /** A call whose answer was not noted, or came just now, may take effect later than it can be seen. */
    private boolean begun(Restore after) {
        return restore.schedule().lease().isPresent()
                || after.progress().acted().values().stream().anyMatch(when -> at.isBefore(when.plus(SETTLING)));
    }

    /** Nobody acts meanwhile, whatever else may wake it: what would be seen could be what was so before. */
    private Restore settling(Restore after) {
        Instant settled = at.plus(SETTLING);
        return after.with(after.schedule().wokenAt(settled).leasedTo(new Lease(NOBODY, settled)));
    }

    private Restore backwards(Restore after, StepName step) {
        return after.with(after.progress().turned(Status.ROLLING_BACK, step, at))
                .with(after.schedule().free());
    }

    /** Who could not be told is told later. */
    Change announcedTo(Set<Audience> reached) {
        Restore told = restore.told(reached);
        return told.unannounced()
                ? checkIn().pausing(told, "the end to be told", Optional.empty(), TELLING)
                : Change.on(entry(AuditAction.ANNOUNCED, restore.status() + " was announced"), told.announced());
    }

    private boolean overdue() {
        return at.isAfter(restore.progress().since().plus(deadline()));
    }

    private Failure timedOut(String what) {
        return new Failure(
                FailureCode.TIMED_OUT,
                "Step " + restore.step().label() + " waited " + deadline().toMinutes() + " minutes for: " + what + ".");
    }

    Change pausing(String what, Pace pace) {
        return pausing(restore, what, pace);
    }

    private Change.Pauses pausing(Restore after, String what, Pace pace) {
        return checkIn().pausing(after, what, Optional.empty(), wanted(pace));
    }

    private CheckIn checkIn() {
        return new CheckIn(restore, ahead, trigger, at);
    }

    /** The pace that the profile wants, if it says one; else as earlier restores took. */
    private Pace wanted(Pace otherwise) {
        return timing().pace().map(otherwise::at).orElseGet(() -> usual(otherwise));
    }

    private Pace usual(Pace otherwise) {
        return Optional.of(restore)
                .filter(one -> one.status() == Status.RUNNING)
                .flatMap(Restore::expectedOfStep)
                .map(expected -> otherwise.expecting(expected, beforeAsking()))
                .orElse(otherwise);
    }

    /** How long it was at the step when it asked for what it waits for. */
    private Duration beforeAsking() {
        Progress progress = restore.progress();
        return Duration.between(progress.since(), at).minus(progress.waited(at));
    }

    private Restore entering(StepName next, Restore after) {
        return after.with(after.progress().enter(next, at))
                .with(after.schedule().free());
    }

    private Duration deadline() {
        return restore.awaitedHook()
                .map(Hook::deadline)
                .or(() -> timing().deadline())
                .orElseGet(() -> plan.step(restore.step()).deadline(restore));
    }

    private StepTiming timing() {
        return restore.accepted().settings().timing(restore.step());
    }
}
