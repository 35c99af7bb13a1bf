package io.aurorarestore.saga;

import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.StepName;
import java.time.Duration;
import java.util.List;

/** One step of the plan: says what it wants to see, and decides by that alone. Has no state and no effect of its own. */
public interface Step {

    StepName name();

    /** What to look at before deciding. Nothing, where the answer is already known: each look is a call to AWS. */
    default List<Look> looks(Restore restore) {
        return List.of();
    }

    Decision decide(Restore restore, Observed seen);

    /** How long the step may take before the restore fails with {@code TIMED_OUT}. */
    Duration deadline();
}
