package io.aurorarestore.lambda.widget;

import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.util.List;
import java.util.Map;

/** Shows the steps of a restore as a path: which are done, skipped or undone, which one it is at, and which are to come. */
record SagaPath(StepSequence plan, Restore restore, StepEnds ends) {

    /** In their order; a retirement has one step only. */
    List<Map<String, ?>> steps() {
        List<StepName> all = restore.retires() ? List.of(restore.step()) : plan.names();
        int current = all.indexOf(restore.step());
        return all.stream()
                .<Map<String, ?>>map(name -> step(name, state(name, all.indexOf(name) - current)))
                .toList();
    }

    private static Map<String, ?> step(StepName name, StepState state) {
        return Map.of(
                "name", name.label(),
                "style", state.style(),
                "words", state.words(),
                "current", state == StepState.NOW || state == StepState.UNDOING,
                "mark", state.mark());
    }

    /** @param distance from the step that the restore is at */
    private StepState state(StepName name, int distance) {
        if (distance == 0) {
            return current(name);
        }
        return distance < 0 ? before(name) : after(name);
    }

    private StepState current(StepName name) {
        return switch (restore.status()) {
            case RUNNING -> StepState.NOW;
            case ROLLING_BACK -> StepState.UNDOING;
            case FAILED -> StepState.FAILED;
            case SUCCEEDED, ROLLED_BACK, CANCELLED -> ended(name);
        };
    }

    private StepState ended(StepName name) {
        StepState otherwise = restore.status() == Status.SUCCEEDED ? StepState.DONE : StepState.OPEN;
        return ends.of(name).map(StepState::of).orElse(otherwise);
    }

    private StepState before(StepName name) {
        boolean skipped = isSkipped(name);
        if (skipped || !restore.progress().rollingBack()) {
            return skipped
                    ? StepState.SKIPPED
                    : ends.of(name).map(StepState::of).orElse(StepState.DONE);
        }
        return plan.step(name).undoable() ? StepState.TO_UNDO : StepState.DONE;
    }

    /** What a restore that is undone has left behind it, or never came to. */
    private StepState after(StepName name) {
        return ends.of(name).map(StepState::of).orElseGet(() -> isSkipped(name) ? StepState.SKIPPED : StepState.OPEN);
    }

    /** Which steps apply hangs on the source. */
    private boolean isSkipped(StepName name) {
        return restore.outputs().source().isPresent()
                && plan.step(name).skips(restore).isPresent();
    }
}
