package io.aurorarestore.engine;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Hook;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The steps of a plan in their order: which follows which, forwards and when they are undone. */
public final class StepSequence {

    private final List<Step> steps;
    private final Map<StepName, Integer> positions;
    private final StepName pivot;
    private final Step retirement;
    private final Function<Hook, Step> hooks;

    /**
     * @param pivot the last step that can be undone
     * @param retirement the only step of a retirement
     * @param hooks what a step does first where a profile names a hook before it
     */
    public StepSequence(List<Step> steps, StepName pivot, Step retirement, Function<Hook, Step> hooks) {
        this.steps = List.copyOf(steps);
        this.positions = new EnumMap<>(StepName.class);
        this.steps.forEach(step -> positions.put(step.name(), positions.size()));
        this.pivot = pivot;
        this.retirement = retirement;
        this.hooks = hooks;
    }

    public StepName first() {
        return steps.get(0).name();
    }

    public Step step(StepName name) {
        return name == retirement.name() ? retirement : steps.get(position(name));
    }

    /** What a restore is at: its step, or a hook that the step waits for. */
    public Step current(Restore restore) {
        return restore.awaitedHook().map(hooks).orElseGet(() -> step(restore.step()));
    }

    public Optional<StepName> after(StepName name) {
        return name == retirement.name()
                ? Optional.empty()
                : steps.stream().skip(position(name) + 1L).map(Step::name).findFirst();
    }

    /** The step that is undone first when this one fails: it itself, or the nearest before it. */
    public Optional<StepName> undoFrom(StepName name) {
        return undoable(position(name) + 1L);
    }

    /** The step that is undone next after this one. */
    public Optional<StepName> undoBefore(StepName name) {
        return undoable(position(name));
    }

    public boolean pastPivot(StepName name) {
        return name == retirement.name() || position(name) > position(pivot);
    }

    private Optional<StepName> undoable(long atMost) {
        return steps.stream()
                .limit(atMost)
                .filter(Step::undoable)
                .map(Step::name)
                .reduce((earlier, later) -> later);
    }

    public List<StepName> names() {
        return steps.stream().map(Step::name).toList();
    }

    private int position(StepName name) {
        return Objects.requireNonNull(positions.get(name), name::label);
    }
}
