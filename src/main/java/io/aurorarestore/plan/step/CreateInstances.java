package io.aurorarestore.plan.step;

import io.aurorarestore.command.CreateInstance;
import io.aurorarestore.command.DeleteInstance;
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
import io.aurorarestore.model.restore.InstanceSettings;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Creates the writer, then the readers: a restored Aurora cluster has no instance, and without one no endpoint. */
public record CreateInstances(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.CREATE_INSTANCES;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(1);
    }

    @Override
    public List<Describe> describe(Restore restore) {
        Describe cluster = new Describe.OnlyIf(
                seen -> missing(restore, seen).findFirst().isPresent(),
                List.of(new Describe.AtCluster(restore.names().staging())));
        return Stream.concat(describeForUndo(restore).stream(), Stream.of(cluster))
                .toList();
    }

    /** Their numbers. */
    private static Stream<Integer> missing(Restore restore, Observed seen) {
        return IntStream.rangeClosed(1, restore.instanceClasses().size())
                .filter(number ->
                        seen.instance(restore.names().instance(number)).isEmpty())
                .boxed();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        List<CreateInstance> missing =
                missing(restore, seen).map(number -> create(restore, number)).toList();
        return missing.isEmpty()
                ? judge(restore, named(restore, seen))
                : createIn(restore, seen, () -> Decision.act(missing, UsualPace.CREATE_INSTANCE));
    }

    /** What else is in the cluster, somebody added: it goes with the cluster. */
    private static List<Instance> named(Restore restore, Observed seen) {
        return IntStream.rangeClosed(1, restore.instanceClasses().size())
                .mapToObj(number -> seen.instance(restore.names().instance(number)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** In the cluster that was restored, never in another that has its name by now. */
    private Decision createIn(Restore restore, Observed seen, Supplier<Decision> create) {
        String arn = home.clusterArn(restore.names().staging());
        return seen.cluster(restore.names().staging())
                .map(found -> SharedDecisions.isOurs(restore, arn, found)
                        ? createIn(found, create)
                        : SharedDecisions.nameTaken("cluster", found.name(), arn))
                .orElseGet(() -> SharedDecisions.stagingGone(restore, seen));
    }

    private static Decision createIn(Cluster staging, Supplier<Decision> create) {
        return switch (staging.state()) {
            case AVAILABLE -> create.get();
            case BROKEN, LEAVING ->
                Decision.fail(
                        FailureCode.INSTANCE_FAILED, "Cluster " + staging.name() + " is " + staging.status() + ".");
            case CHANGING, STOPPED -> SharedDecisions.waitFor(staging, UsualPace.CREATE_INSTANCE);
        };
    }

    private static CreateInstance create(Restore restore, int number) {
        return new CreateInstance(
                restore.names().instance(number),
                restore.names().staging(),
                restore.outputs().restorable().engine(),
                restore.instanceClasses().get(number - 1),
                InstanceSettings.of(restore, number),
                InstanceSettings.tags(restore, number));
    }

    private static Decision judge(Restore restore, List<Instance> instances) {
        return instances.stream()
                .flatMap(one -> problem(restore, one).stream())
                .findFirst()
                .orElseGet(() -> waiting(instances)
                        .map(one -> SharedDecisions.waitFor(one, UsualPace.CREATE_INSTANCE))
                        .orElseGet(() -> Decision.done(instances.size() + " instance(s) available")));
    }

    private static Optional<Decision> problem(Restore restore, Instance instance) {
        if (!instance.ownedBy(restore.id())) {
            return Optional.of(SharedDecisions.nameTaken("instance", instance.name(), instance.arn()));
        }
        return instance.state() == ResourceState.BROKEN || instance.state() == ResourceState.LEAVING
                ? Optional.of(Decision.fail(
                        FailureCode.INSTANCE_FAILED, "Instance " + instance.name() + " is " + instance.status() + "."))
                : Optional.empty();
    }

    private static Optional<Instance> waiting(List<Instance> instances) {
        return instances.stream()
                .filter(one -> one.state() != ResourceState.AVAILABLE)
                .findFirst();
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public List<Describe> describeForUndo(Restore restore) {
        String writer = restore.names().instance(1);
        return restore.resources().of(home.instanceArn(writer)).isPresent()
                ? List.of(new Describe.AtInstancesOf(restore.names().staging()))
                : List.of();
    }

    /** The cluster's own undo deletes what appears late. */
    @Override
    public Decision undo(Restore restore, Observed seen) {
        return seen.instances().stream()
                .filter(one -> one.ownedBy(restore.id()))
                .filter(one -> one.state() != ResourceState.LEAVING)
                .reduce((earlier, later) -> later)
                .map(last -> Decision.act(new DeleteInstance(last.name(), last.resourceId())))
                .orElseGet(
                        () -> Decision.done("no instance of ours is left, or all are going", this::withoutInstances));
    }

    private Restore withoutInstances(Restore now) {
        var left = now.resources();
        for (int number = 1; number <= now.instanceClasses().size(); number++) {
            left = left.minus(home.instanceArn(now.names().instance(number)));
        }
        return now.with(left);
    }
}
