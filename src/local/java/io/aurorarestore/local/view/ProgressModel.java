package io.aurorarestore.local.view;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes steps of audit entries: a step begins where the one before it ended. */
final class ProgressModel {

    private final Map<String, StepLine> steps = new LinkedHashMap<>();
    private long seen;
    private Instant stepBegan = Instant.EPOCH;
    private boolean announced;
    private String doing = "";

    ProgressModel() {
        this(0);
    }

    /** @param seen the last entry that is not of interest any more */
    ProgressModel(long seen) {
        this.seen = seen;
    }

    void apply(List<AuditLine> entries) {
        entries.stream().filter(entry -> entry.seq() > seen).forEach(this::apply);
    }

    List<StepLine> steps() {
        return steps.values().stream()
                .map(step -> doing.isEmpty() || step.over() ? step : step.doing(doing))
                .toList();
    }

    /** What the step that goes on says of itself, if anything. */
    void doing(String what) {
        doing = what;
    }

    long seen() {
        return seen;
    }

    /** Whether the restore has said how it ended. */
    boolean announced() {
        return announced;
    }

    /** A step that is over and is heard of again is being undone. */
    private String name(String step) {
        StepLine before = steps.get(step);
        return before != null && before.over() ? "undo " + step : step;
    }

    private void apply(AuditLine entry) {
        seen = entry.seq();
        announced |= entry.what().equals("announced");
        if (entry.what().equals("opened") || entry.what().equals("announced")) {
            stepBegan = entry.at();
            return;
        }
        if (stepBegan.equals(Instant.EPOCH)) {
            stepBegan = entry.at();
        }
        String name = name(entry.step());
        StepLine line =
                steps.getOrDefault(name, StepLine.begun(name, stepBegan)).with(entry);
        steps.put(name, line);
        stepBegan = line.over() ? entry.at() : stepBegan;
    }
}
