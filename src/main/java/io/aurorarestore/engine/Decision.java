package io.aurorarestore.engine;

import io.aurorarestore.command.Command;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a step wants to happen next. The engine makes it so. */
public sealed interface Decision {

    /** Longer than a name server or a network stumbles. */
    Duration UNREACHABLE = Duration.ofMinutes(3);

    Change move(StateMachine situation);

    /** By what it comes to: done with what was learned, a failure, or something to wait for. */
    <T> T fold(Function<UnaryOperator<Restore>, T> done, Function<Failure, T> failed, Function<String, T> waiting);

    static Decision done(String why) {
        return done(why, UnaryOperator.identity());
    }

    static Decision done(String why, UnaryOperator<Restore> learned) {
        return new Done(AuditAction.DONE, why, learned);
    }

    /** The step does not apply to this restore. */
    static Decision skip(String why, UnaryOperator<Restore> learned) {
        return new Done(AuditAction.SKIPPED, why, learned);
    }

    static Decision skip(String why) {
        return skip(why, UnaryOperator.identity());
    }

    /** Carry the command out, then look again at this pace. */
    static Decision act(Command command, Pace then) {
        return new Act(command, Optional.of(then));
    }

    /** Carry the command out and decide again at once: it takes effect by returning. */
    static Decision act(Command command) {
        return new Act(command, Optional.empty());
    }

    /** What is made of a call that failed. A region that does not answer for a while is not waited for any longer. */
    static Decision after(CallFailedException failed, StateMachine now) {
        if (failed.kind() == CallFailedException.Kind.FATAL) {
            return fail(failed.failure().code(), failed.getMessage());
        }
        return failed.failure().code() == FailureCode.REGION_UNREACHABLE
                ? unreachable(failed, now)
                : await(failed.getMessage(), Pace.SOON);
    }

    private static Decision unreachable(CallFailedException failed, StateMachine now) {
        return now.restore().progress().missedFor(Missing.REGION, UNREACHABLE, now.at())
                ? fail(failed.failure().code(), failed.getMessage())
                : awaitMissing(Missing.REGION, failed.getMessage(), Pace.SOON);
    }

    static Decision await(String what, Pace pace) {
        return await(what, pace, UnaryOperator.identity());
    }

    /** Looks again soon for what is not seen, and remembers since when it is not. */
    static Decision awaitMissing(Missing missing, String what, Pace pace) {
        return new Await(what, Optional.of(missing), pace, UnaryOperator.identity());
    }

    static Decision await(String what, Pace pace, UnaryOperator<Restore> learned) {
        return new Await(what, Optional.empty(), pace, learned);
    }

    static Decision done(String why, UnaryOperator<Restore> learned, List<String> warnings) {
        return done(why, restore -> warned(learned.apply(restore), warnings));
    }

    private static Restore warned(Restore restore, List<String> warnings) {
        return warnings.isEmpty() ? restore : restore.with(restore.outcome().warned(warnings));
    }

    static Decision fail(FailureCode code, String message) {
        return fail(code, message, UnaryOperator.identity());
    }

    static Decision fail(FailureCode code, String message, UnaryOperator<Restore> learned) {
        return new Fail(new Failure(code, message), learned);
    }

    /** On to the next step; after the last one the restore has succeeded. */
    record Done(AuditAction what, String why, UnaryOperator<Restore> learned) implements Decision {
        @Override
        public <T> T fold(
                Function<UnaryOperator<Restore>, T> done, Function<Failure, T> failed, Function<String, T> waiting) {
            return done.apply(learned);
        }

        @Override
        public Change move(StateMachine now) {
            return now.leaving(learned.apply(now.restore()), what, why);
        }
    }

    /** Commit the intent under a lease, then carry the command out. */
    record Act(Command command, Optional<Pace> then) implements Decision {
        @Override
        public <T> T fold(
                Function<UnaryOperator<Restore>, T> done, Function<Failure, T> failed, Function<String, T> waiting) {
            return waiting.apply(command.description());
        }

        @Override
        public Change move(StateMachine now) {
            return Change.acting(now.entry(AuditAction.ACTS, command.description()), now.intending(command), this);
        }
    }

    /** Nothing to do until something changes; past the step's deadline the restore fails. */
    record Await(String what, Optional<Missing> missing, Pace pace, UnaryOperator<Restore> learned)
            implements Decision {
        @Override
        public <T> T fold(
                Function<UnaryOperator<Restore>, T> done, Function<Failure, T> failed, Function<String, T> waiting) {
            return waiting.apply(what);
        }

        @Override
        public Change move(StateMachine now) {
            return now.overdue()
                    ? new Fail(now.timedOut(what), learned).move(now)
                    : now.waiting(learned.apply(now.restore()), what, missing, pace);
        }
    }

    /** The restore cannot go on this way: it is undone, or, past the pivot, goes on with a warning. */
    record Fail(Failure failure, UnaryOperator<Restore> learned) implements Decision {
        @Override
        public <T> T fold(
                Function<UnaryOperator<Restore>, T> done, Function<Failure, T> failed, Function<String, T> waiting) {
            return failed.apply(failure);
        }

        @Override
        public Change move(StateMachine now) {
            return now.failing(learned.apply(now.restore()), failure);
        }
    }
}
