package io.aurorarestore.local.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes steps of audit entries: a step begins where the one before it ended. */
final class ProgressModel {

    private final Map<String, StepLine> steps = new LinkedHashMap<>();
    private long seen;
    private Instant stepBegan = Instant.EPOCH;

    /** @return the steps that changed, in order */
    List<StepLine> apply(List<AuditLine> entries) {
        List<StepLine> changed = new ArrayList<>();
        entries.stream().filter(entry -> entry.seq() > seen).forEach(entry -> changed.addAll(apply(entry)));
        return changed;
    }

    List<StepLine> steps() {
        return List.copyOf(steps.values());
    }

    /** A step that is over and is heard of again is being undone. */
    private String name(String step) {
        StepLine before = steps.get(step);
        return before != null && before.over() ? "undo " + step : step;
    }

    private List<StepLine> apply(AuditLine entry) {
        seen = entry.seq();
        if (entry.what().equals("opened") || entry.what().equals("announced")) {
            stepBegan = entry.at();
            return List.of();
        }
        String name = name(entry.step());
        StepLine line =
                steps.getOrDefault(name, StepLine.begun(name, stepBegan)).with(entry);
        steps.put(name, line);
        stepBegan = line.over() ? entry.at() : stepBegan;
        return List.of(line);
    }
}
