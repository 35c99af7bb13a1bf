package io.aurorarestore.engine;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One step of the plan: says what it wants to have described, and decides by that alone. Has no state and no effect of
 * its own. Its second half undoes it, should a later step fail.
 */
public interface Step {

    StepName name();

    /** Why the step does not apply to this restore, if it does not. */
    default Optional<String> skips(Restore restore) {
        return Optional.empty();
    }

    /** What to look at before deciding. Nothing, where the answer is already known: each look is a call to AWS. */
    default List<Describe> describe(Restore restore) {
        return List.of();
    }

    Decision decide(Restore restore, Observed seen);

    /** Whether there is anything that could have to be undone. */
    default boolean undoable() {
        return false;
    }

    /** What to look at before deciding how to undo. */
    default List<Describe> describeForUndo(Restore restore) {
        return List.of();
    }

    /** Leads back to where things were before the step, from wherever they are. */
    default Decision undo(Restore restore, Observed seen) {
        return Decision.done("nothing to undo");
    }

    /** How long the step, or its undo, may take before it fails with {@code TIMED_OUT}. */
    Duration deadline();

    /** The same, where it depends on what the restore is to do, and how far it is with it. */
    default Duration deadline(Restore restore) {
        return deadline();
    }
}
