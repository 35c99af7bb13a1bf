package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step took, by the audit trail.
 *
 * @param spans from one entry to the next, and to now where the step goes on
 */
record TimelineRow(StepName step, List<Span> spans, List<AuditEntry> entries) {

    /**
     * A part of a step's time.
     *
     * @param state how it ended: done, undone, skipped, failed, or empty where it goes on
     * @param works whether something that was asked for was under way; else the step waited to be able to go on
     */
    record Span(Instant from, Instant to, String state, boolean works) {}

    private TimelineRow(StepName step) {
        this(step, new ArrayList<>(), new ArrayList<>());
    }

    /**
     * The rows of a trail, in the order in which the steps were first reached.
     *
     * @param at the step that goes on, where one does
     * @param until when that is drawn to
     */
    static List<TimelineRow> of(List<AuditEntry> trail, StepName at, Instant until) {
        Map<StepName, TimelineRow> rows = new LinkedHashMap<>();
        AuditEntry before = trail.get(0);
        for (AuditEntry entry : trail) {
            TimelineRow row = rows.computeIfAbsent(entry.step(), TimelineRow::new);
            row.entries.add(entry);
            if (entry.at().isAfter(before.at()) && !is(entry, AuditAction.ANNOUNCED)) {
                row.spans.add(new Span(before.at(), entry.at(), state(entry), worked(before, entry.step())));
            }
            before = entry;
        }
        if (until.isAfter(before.at())) {
            rows.computeIfAbsent(at, TimelineRow::new).spans.add(new Span(before.at(), until, "", worked(before, at)));
        }
        return List.copyOf(rows.values());
    }

    private static boolean worked(AuditEntry before, StepName step) {
        return before.step() == step && is(before, AuditAction.ACTS);
    }

    private static boolean is(AuditEntry entry, AuditAction action) {
        return entry.what().equals(action.code());
    }

    private static String state(AuditEntry entry) {
        return StepEnds.end(entry).map(end -> StepState.of(end).style()).orElse("");
    }

    Duration time() {
        return spans.stream()
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How its last part ended: all of it is drawn so. */
    String state() {
        return spans.isEmpty() ? "" : spans.get(spans.size() - 1).state();
    }
}
