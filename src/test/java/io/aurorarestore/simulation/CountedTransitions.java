package io.aurorarestore.simulation;

import io.aurorarestore.engine.TransitionLog;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.StepDuration;
import io.aurorarestore.port.CallFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What operators would count in a world. */
public final class CountedTransitions implements TransitionLog {

    public final List<StepDuration> durations = new ArrayList<>();
    public final List<StepName> lostEvents = new ArrayList<>();
    public final List<CallFailedException> failures = new ArrayList<>();
    public final List<Integer> rounds = new ArrayList<>();
    private final Consumer<AuditEntry> logged;

    CountedTransitions(Consumer<AuditEntry> logged) {
        this.logged = logged;
    }

    @Override
    public void committed(AuditEntry entry) {
        logged.accept(entry);
    }

    @Override
    public void took(Restore restore, StepDuration step) {
        durations.add(step);
    }

    @Override
    public void callFailed(RestoreId restore, CallFailedException failure) {
        failures.add(failure);
    }

    @Override
    public void lostEvent(RestoreId restore, StepName step) {
        lostEvents.add(step);
    }

    @Override
    public void databaseRounds(RestoreId restore, int begun) {
        rounds.add(begun);
    }
}
