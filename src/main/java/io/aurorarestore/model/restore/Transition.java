package io.aurorarestore.model.restore;

import io.aurorarestore.model.history.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A change of a restore, to be committed whole or not at all.
 *
 * @param after what {@code before} becomes; its version is one higher
 * @param entries of the audit trail, one for each step of it; none where nothing changed but the time to look again
 * @param retirement what is opened with it: the later end of the cluster that was set aside
 * @param operation what an operator had done: under its key nothing may have been done before
 */
public record Transition(
        Restore before,
        Restore after,
        List<AuditEntry> entries,
        Optional<Restore> retirement,
        Optional<CompletedOperation> operation) {

    public Transition(Restore before, Restore after, List<AuditEntry> entries, Optional<Restore> retirement) {
        this(before, after, entries, retirement, Optional.empty());
    }

    public Transition(Restore before, Restore after, List<AuditEntry> entries) {
        this(before, after, entries, Optional.empty());
    }

    public Transition by(CompletedOperation operated) {
        return new Transition(before, after, entries, retirement, Optional.of(operated));
    }

    /** The same, once AWS was asked this besides. The first entry says it; without one the restore keeps it for the next. */
    public Transition asking(Map<String, Integer> calls) {
        Map<String, Integer> all = new TreeMap<>(after.progress().times().calls());
        calls.forEach((call, times) -> all.merge(call, times, Integer::sum));
        if (all.isEmpty()) {
            return this;
        }
        if (entries.isEmpty()) {
            return with(after.with(after.progress().untold(all)), entries);
        }
        List<AuditEntry> saying = new ArrayList<>(entries);
        saying.set(0, entries.get(0).with(all));
        return with(after.with(after.progress().untold(Map.of())), List.copyOf(saying));
    }

    private Transition with(Restore changed, List<AuditEntry> trail) {
        return new Transition(before, changed, trail, retirement, operation);
    }

    /** The same, its audit entries with the numbers after this one. */
    public Transition numberedAfter(long last) {
        List<AuditEntry> numbered = IntStream.range(0, entries.size())
                .mapToObj(at -> entries.get(at).numbered(last + 1 + at))
                .toList();
        return with(after.numbered(last + entries.size()), numbered);
    }

    /** How long it was in each step that it has done by this, in their order: what is skipped or undone is not among them. */
    public List<StepDuration> stepDurations() {
        List<StepDuration> durations = new ArrayList<>();
        Instant since = before.progress().since();
        for (AuditEntry entry : entries) {
            boolean hook = entry.what().equals(AuditAction.HOOK_DONE.code());
            if (hook || entry.what().equals(AuditAction.DONE.code())) {
                durations.add(new StepDuration(entry.step(), hook, between(since, entry.at())));
            }
            since = entry.at();
        }
        return durations;
    }

    /** Clocks differ. */
    private static Duration between(Instant since, Instant until) {
        return until.isBefore(since) ? Duration.ZERO : Duration.between(since, until);
    }

    /** What restores like it usually take, where there is more to know of that now. No other of its target has run meanwhile. */
    public Optional<Durations> durations() {
        return ends() ? after.durations() : Optional.empty();
    }

    /** Whether the restore comes to its end by it. */
    public boolean ends() {
        return !before.status().terminal() && after.status().terminal();
    }
}
