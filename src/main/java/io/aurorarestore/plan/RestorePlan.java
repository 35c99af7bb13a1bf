package io.aurorarestore.plan;

import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.plan.step.ActivateCredentials;
import io.aurorarestore.plan.step.ArchiveSnapshot;
import io.aurorarestore.plan.step.ClearTarget;
import io.aurorarestore.plan.step.ConfigureDatabase;
import io.aurorarestore.plan.step.CopySnapshotStep;
import io.aurorarestore.plan.step.CreateInstances;
import io.aurorarestore.plan.step.HookStep;
import io.aurorarestore.plan.step.KeepInstanceNames;
import io.aurorarestore.plan.step.LocateSource;
import io.aurorarestore.plan.step.Preflight;
import io.aurorarestore.plan.step.PromoteNew;
import io.aurorarestore.plan.step.ProtectTarget;
import io.aurorarestore.plan.step.RenewCertificate;
import io.aurorarestore.plan.step.ResetCredentials;
import io.aurorarestore.plan.step.RestoreClusterStep;
import io.aurorarestore.plan.step.RetireCluster;
import io.aurorarestore.plan.step.RetireOld;
import io.aurorarestore.plan.step.SetAsideOld;
import io.aurorarestore.plan.step.VerifyEndpoint;
import io.aurorarestore.plan.step.VerifyRestore;
import java.util.List;

/** Lists the steps of a restore in their order. Everything is made and verified beside the target, then promoted. */
public final class RestorePlan {

    /** Before it a restore can be undone, after it only be finished. */
    private static final StepName PIVOT = StepName.VERIFY_ENDPOINT;

    private RestorePlan() {}

    /** @param home where the target is restored to */
    public static StepSequence at(Home home) {
        return new StepSequence(
                List.of(
                        new LocateSource(home), // which snapshot is meant, and is it usable?
                        new Preflight(home), // could anything be in the way? nothing was touched yet
                        new CopySnapshotStep(home), // bring it here, where it cannot be used where it is
                        new ClearTarget(home), // only where asked for: make room first
                        new RestoreClusterStep(home), // under a staging name
                        new CreateInstances(home), // a restored cluster has none
                        new ResetCredentials(), // a new master password, staged in the target's secret
                        new ConfigureDatabase(), // roles, masking
                        new VerifyRestore(), // does it hold what it should?
                        new SetAsideOld(home), // the old cluster steps aside, whole
                        new PromoteNew(home), // the restored one takes the target's name
                        new RenewCertificate(home), // only where asked for: stops and starts it
                        new VerifyEndpoint(), // does the target's endpoint answer as ours? the pivot
                        new ActivateCredentials(), // the staged password becomes the secret's current one
                        new ProtectTarget(home), // as its predecessor was
                        new KeepInstanceNames(home), // only where asked for: the old instances' names
                        new RetireOld(home), // keep, delete, or delete later
                        new ArchiveSnapshot(home)), // our copy, never the source
                PIVOT,
                new RetireCluster(home), // a retirement's only step
                HookStep::new); // before a step, where the profile says so
    }
}
