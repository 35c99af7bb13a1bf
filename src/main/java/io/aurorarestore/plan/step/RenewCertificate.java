package io.aurorarestore.plan.step;

import io.aurorarestore.command.StartCluster;
import io.aurorarestore.command.StopCluster;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Stops and starts the promoted cluster, where that is asked for: its certificate is for the staging names until then.
 * It is stopped at most once a try, whoever starts it; whether the certificate is another then, the endpoint tells.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html">Changing the name</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-cluster-stop-start.html">Stopping and
 *     starting</a>
 */
public record RenewCertificate(Home home) implements Step {

    /** So long RDS may still show a cluster as available that it was asked to stop. */
    private static final Duration SHOWN = Duration.ofSeconds(90);

    @Override
    public StepName name() {
        return StepName.RENEW_CERTIFICATE;
    }

    /** Both ways take some 10 to 30 minutes, and RDS stops no cluster while an instance of it changes. */
    @Override
    public Duration deadline() {
        return Duration.ofMinutes(45);
    }

    @Override
    public Optional<String> skips(Restore restore) {
        return restore.renewsCertificate()
                ? Optional.empty()
                : Optional.of("the certificate is not to be renewed (setting certificate)");
    }

    @Override
    public List<Describe> describe(Restore restore) {
        return List.of(new Describe.AtCluster(restore.target()), new Describe.AtInstancesOf(restore.target()));
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return promoted(restore, seen)
                .map(cluster -> renew(restore, cluster, seen))
                .orElseGet(() -> SharedDecisions.unlessSeen(
                        restore,
                        seen,
                        Missing.PROMOTED_CLUSTER,
                        "the restored cluster to be seen as " + restore.target(),
                        () -> gone(restore)));
    }

    private Optional<Cluster> promoted(Restore restore, Observed seen) {
        return seen.cluster(restore.target()).filter(found -> SharedDecisions.isRestored(home, restore, found));
    }

    private static Decision gone(Restore restore) {
        return Decision.fail(
                FailureCode.GONE,
                "The restored cluster " + restore.target()
                        + " was removed or renamed while its certificate was renewed.");
    }

    private static Decision renew(Restore restore, Cluster cluster, Observed seen) {
        return switch (cluster.state()) {
            case AVAILABLE -> isAsked(restore) ? afterwards(restore, cluster, seen) : stop(cluster, seen);
            case CHANGING, STOPPED -> SharedDecisions.start(cluster, UsualPace.STOP_OR_START);
            case BROKEN, LEAVING ->
                Decision.fail(
                        FailureCode.PROMOTION_FAILED, "Cluster " + cluster.name() + " is " + cluster.status() + ".");
        };
    }

    /** Found stopped it was only to be started. */
    private static boolean isAsked(Restore restore) {
        return restore.progress().actedAt(StopCluster.KEY).isPresent()
                || restore.progress().actedAt(StartCluster.KEY).isPresent();
    }

    private static Decision stop(Cluster cluster, Observed seen) {
        return seen.instances().stream()
                .filter(one -> one.state() == ResourceState.CHANGING || one.state() == ResourceState.LEAVING)
                .findFirst()
                .map(one -> SharedDecisions.waitFor(one, UsualPace.STOP_OR_START))
                .orElseGet(() -> Decision.act(new StopCluster(cluster.name()), UsualPace.STOP_OR_START));
    }

    /** Others may have started it, unseen. */
    private static Decision afterwards(Restore restore, Cluster cluster, Observed seen) {
        return mayBeOfBefore(restore, seen)
                ? Decision.await("cluster " + cluster.name() + " to stop", UsualPace.STOP_OR_START)
                : seen.instances().stream()
                        .filter(one -> one.ownedBy(restore.id()) && !one.available())
                        .filter(one -> one.state() != ResourceState.LEAVING)
                        .findFirst()
                        .map(RenewCertificate::starting)
                        .orElseGet(() ->
                                Decision.done("cluster " + cluster.name() + " is available after it was stopped"));
    }

    private static boolean mayBeOfBefore(Restore restore, Observed seen) {
        return restore.progress().actedAt(StartCluster.KEY).isEmpty()
                && restore.progress()
                        .actedAt(StopCluster.KEY)
                        .filter(asked -> seen.now().isBefore(asked.plus(SHOWN)))
                        .isPresent();
    }

    private static Decision starting(Instance instance) {
        return instance.state() == ResourceState.BROKEN
                ? Decision.fail(
                        FailureCode.INSTANCE_FAILED,
                        "Instance " + instance.name() + " is " + instance.status() + " after it was stopped.")
                : SharedDecisions.waitFor(instance, UsualPace.STOP_OR_START);
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public List<Describe> describeForUndo(Restore restore) {
        return restore.renewsCertificate() ? List.of(new Describe.AtCluster(restore.target())) : List.of();
    }

    /** RDS renames no cluster that is stopped: it has to run before it gives the name back. */
    @Override
    public Decision undo(Restore restore, Observed seen) {
        return promoted(restore, seen)
                .filter(cluster -> !cluster.available())
                .map(cluster -> SharedDecisions.start(cluster, UsualPace.STOP_OR_START))
                .orElseGet(() -> Decision.done("the restored cluster is not stopped"));
    }
}
