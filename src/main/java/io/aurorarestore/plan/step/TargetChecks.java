package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterFeature;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks what must hold of the cluster that is to be replaced. The pre-flight checks it, and so does whoever touches
 * the cluster, directly before: hours may lie between, and people change their minds.
 */
record TargetChecks(Restore restore, Cluster cluster, List<Instance> instances, TargetDependencies around) {

    /** At first sight, with all its instances. */
    static TargetChecks atFirst(Restore restore, Cluster cluster, Observed seen) {
        return new TargetChecks(restore, cluster, seen.instances(), seen.surroundings());
    }

    /** Later: an instance that has come since, as autoscaling makes them, holds nothing of its own and has no tag. */
    static TargetChecks again(Restore restore, Cluster cluster, Predecessor old, Observed seen) {
        List<Instance> known = seen.instances().stream().filter(old::has).toList();
        return new TargetChecks(restore, cluster, known, seen.surroundings());
    }

    List<Failure> problems() {
        return Stream.of(unmarked().stream(), ours().stream(), state().stream(), attached())
                .flatMap(some -> some)
                .toList();
    }

    /** Why it must not be deleted where it was set aside: somebody takes the tag away to keep it, or uses it. */
    Optional<Failure> keeps() {
        return unmarked().or(() -> attached().findFirst());
    }

    /** What is not as it should be, and will be by itself. */
    List<String> passing() {
        List<String> passing = new ArrayList<>();
        if (cluster.state() == ResourceState.CHANGING) {
            passing.add("cluster " + cluster.name() + " is " + cluster.status());
        }
        instances.stream()
                .filter(one -> one.state() == ResourceState.CHANGING || one.state() == ResourceState.LEAVING)
                .forEach(one -> passing.add("instance " + one.name() + " is " + one.status()));
        return passing;
    }

    /**
     * The instances too: the role may end only what carries a tag, and an instance does not say whose it is. Nobody marks
     * a reader that Application Auto Scaling makes: it is only in the way where it has to be deleted first.
     */
    private Optional<Failure> unmarked() {
        Stream<String> unmarked = Stream.of(cluster)
                .filter(one -> !Ownership.isAllowed(one.tags()))
                .map(one -> "cluster " + one.name());
        Stream<String> with = instances.stream()
                .filter(one -> !one.isAutoscaled() || restore.replace() == ReplaceMode.DELETE_FIRST)
                .filter(one -> !Ownership.isAllowed(one.tags()) && !Ownership.isMade(one.tags()))
                .map(one -> "instance " + one.name());
        List<String> all = Stream.concat(unmarked, with).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(
                        FailureCode.TARGET_PROTECTED,
                        "The tag " + Ownership.ALLOWED_TAG + "=true is missing on " + String.join(", ", all) + "."));
    }

    /** What a restore made and promoted may be replaced, every night if need be; what one is at work on may not. */
    private Optional<Failure> ours() {
        if (Ownership.isOfAnother(restore.id(), cluster.tags())) {
            return Optional.of(unsuitable("is what restore " + cluster.tags().get(Ownership.RESTORE_TAG)
                    + " is making, or has left: wait until that has ended, or remove the cluster"));
        }
        return Optional.ofNullable(cluster.tags().get(Ownership.SET_ASIDE_TAG))
                .filter(by -> !by.equals(restore.id().value()))
                .map(by -> unsuitable("was set aside by restore " + by + ". If it is to be a target again: aws rds"
                        + " remove-tags-from-resource --resource-name " + cluster.arn() + " --tag-keys "
                        + Ownership.SET_ASIDE_TAG));
    }

    private Optional<Failure> state() {
        return switch (cluster.state()) {
            case AVAILABLE, CHANGING -> Optional.empty();
            case STOPPED, BROKEN, LEAVING -> Optional.of(unsuitable("is " + cluster.status()));
        };
    }

    private Stream<Failure> attached() {
        Stream<String> global = around.globalCluster().stream().map(name -> "belongs to the global database " + name);
        Stream<String> proxies = around.proxies().stream().map(name -> "is the target of the RDS proxy " + name);
        Stream<String> deployments =
                around.blueGreenDeployments().stream().map(name -> "is part of the blue/green deployment " + name);
        Stream<String> limitless = Stream.of(cluster)
                .filter(one -> one.features().contains(ClusterFeature.LIMITLESS))
                .map(one -> "is a Limitless database, which no restored cluster can stand in for");
        Stream<String> other = Stream.of(cluster)
                .filter(one -> one.features().contains(ClusterFeature.NOT_AURORA))
                .map(one -> "is no Aurora cluster, and a Multi-AZ DB cluster is not replaced by one");
        return Stream.of(global, proxies, deployments, limitless, other)
                .flatMap(some -> some)
                .map(this::unsuitable);
    }

    private Failure unsuitable(String what) {
        return new Failure(FailureCode.TARGET_UNSUITABLE, "Cluster " + cluster.name() + " " + what + ".");
    }
}
