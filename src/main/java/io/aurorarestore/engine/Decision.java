package io.aurorarestore.engine;

import io.aurorarestore.command.Command;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a step decides: it is done, wants a command carried out, waits, or fails. The engine makes it so. */
public sealed interface Decision {

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
        return act(command, then, UnaryOperator.identity());
    }

    /** The same with several, in this order: none needs to see what the one before it has done. */
    static Decision act(List<? extends Command> commands, Pace then) {
        return new Act(
                commands.get(0),
                List.copyOf(commands.subList(1, commands.size())),
                Optional.of(then),
                UnaryOperator.identity());
    }

    /** What was learned is committed together with the intent. */
    static Decision act(Command command, Pace then, UnaryOperator<Restore> learned) {
        return new Act(command, List.of(), Optional.of(then), learned);
    }

    /** Carry the command out and decide again at once: it takes effect by returning. */
    static Decision act(Command command) {
        return new Act(command, List.of(), Optional.empty(), UnaryOperator.identity());
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
    record Done(AuditAction what, String why, UnaryOperator<Restore> learned) implements Decision {}

    /**
     * Commit the intent, under a lease where it would harm to come late, then carry the command out.
     *
     * @param more what follows under the same intent
     */
    record Act(Command command, List<Command> more, Optional<Pace> then, UnaryOperator<Restore> learned)
            implements Decision {

        /** Whether it counts as done with its intent: nobody is kept out meanwhile, and no commit follows. */
        boolean doneWithIntent() {
            return then.isPresent() && command.harmlessWhenLate();
        }

        /** What is left once its first command was carried out. */
        Optional<Act> rest() {
            return more.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Act(more.get(0), more.subList(1, more.size()), then, learned));
        }

        List<Command> commands() {
            return Stream.concat(Stream.of(command), more.stream()).toList();
        }
    }

    /** Nothing to do until something changes; past the step's deadline the restore fails. */
    record Await(String what, Optional<Missing> missing, Pace pace, UnaryOperator<Restore> learned)
            implements Decision {}

    /** The restore cannot go on this way: it is undone, or, past the pivot, goes on with a warning. */
    record Fail(Failure failure, UnaryOperator<Restore> learned) implements Decision {}
}
