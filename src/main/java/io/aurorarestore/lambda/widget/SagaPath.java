package io.aurorarestore.lambda.widget;

import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Map;

/** Shows the steps of a restore that is live as a path: which are done, which one it is at, and which do not apply. */
record SagaPath(StepSequence plan, Restore restore) {

    private static final String CIRCLE =
            "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle cx=\"6\" cy=\"6\" r=\"5\" fill=\"%s\""
                    + " stroke=\"currentColor\"/></svg>";

    /** In their order; a retirement has one step only. */
    List<Map<String, ?>> steps() {
        List<StepName> all = restore.retires() ? List.of(restore.step()) : plan.names();
        int current = all.indexOf(restore.step());
        return all.stream()
                .<Map<String, ?>>map(name -> step(name, state(name, all.indexOf(name), current)))
                .toList();
    }

    private static Map<String, ?> step(StepName name, String state) {
        return Map.of(
                "name", name.label(),
                "state", state,
                "current", state.equals("now"),
                "mark", CIRCLE.formatted(state.equals("done") || state.equals("now") ? "currentColor" : "none"));
    }

    /** Which steps apply hangs on the source. */
    private boolean isSkipped(StepName name) {
        return restore.outputs().source().isPresent()
                && plan.step(name).skips(restore).isPresent();
    }

    /** While it is undone what comes after the step has been undone, or was never reached. */
    private String state(StepName name, int position, int current) {
        if (position == current) {
            return "now";
        }
        if (position < current) {
            return isSkipped(name) ? "skipped" : "done";
        }
        return restore.progress().rollingBack() ? "undone" : "open";
    }
}
