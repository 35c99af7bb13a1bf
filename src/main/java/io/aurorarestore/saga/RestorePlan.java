package io.aurorarestore.saga;

import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.step.ActivateCredentials;
import io.aurorarestore.saga.step.ArchiveSnapshot;
import io.aurorarestore.saga.step.ConfigureDatabase;
import io.aurorarestore.saga.step.CopySnapshot;
import io.aurorarestore.saga.step.CreateInstances;
import io.aurorarestore.saga.step.LocateSnapshot;
import io.aurorarestore.saga.step.Preflight;
import io.aurorarestore.saga.step.PromoteNew;
import io.aurorarestore.saga.step.ResetCredentials;
import io.aurorarestore.saga.step.RestoreCluster;
import io.aurorarestore.saga.step.VerifyEndpoint;
import io.aurorarestore.saga.step.VerifyRestore;
import java.util.List;
import java.util.Optional;

/** What a restore is: these steps, in this order. Everything is made and verified beside the target, then promoted. */
public final class RestorePlan {

    private final List<Step> steps;

    public RestorePlan(Home home) {
        this(List.of(
                new LocateSnapshot(home), // which snapshot is meant, and is it usable?
                new Preflight(home), // could anything be in the way? nothing was touched yet
                new CopySnapshot(home), // bring it here, where it cannot be used where it is
                new RestoreCluster(home), // under a staging name
                new CreateInstances(home), // a restored cluster has none
                new ResetCredentials(), // a new master password, staged in the target's secret
                new ConfigureDatabase(), // the application's roles
                new VerifyRestore(), // does it hold what it should?
                new PromoteNew(home), // it takes the target's name
                new VerifyEndpoint(), // does the target's endpoint answer as ours? the pivot
                new ActivateCredentials(), // the staged password becomes the secret's current one
                new ArchiveSnapshot(home))); // our copy, never the source
    }

    RestorePlan(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    public StepName first() {
        return steps.get(0).name();
    }

    public Step step(StepName name) {
        return steps.get(position(name));
    }

    public Optional<StepName> after(StepName name) {
        return steps.stream().skip(position(name) + 1L).map(Step::name).findFirst();
    }

    public List<StepName> names() {
        return steps.stream().map(Step::name).toList();
    }

    private int position(StepName name) {
        return names().indexOf(name);
    }
}
