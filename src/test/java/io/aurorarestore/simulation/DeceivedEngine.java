package io.aurorarestore.simulation;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An engine that sees clusters and instances as it would like to have them. */
final class DeceivedEngine {

    private DeceivedEngine() {}

    /** As the event says, whatever is there. */
    static Ports believing(Ports ports, InFlightMessage.Happened event) {
        boolean gone = event.description().contains("deleted");
        Ports clusters = PortOverride.<Aurora, List<Cluster>>answers(
                ports,
                Aurora.class,
                "clusters",
                seen -> seen.stream()
                        .filter(one -> !gone || !concerns(event, one.arn()))
                        .map(one ->
                                concerns(event, one.arn()) ? with(one, one.resourceId(), "available", one.tags()) : one)
                        .toList());
        return PortOverride.<Aurora, List<Instance>>answers(
                clusters,
                Aurora.class,
                "instancesOf",
                seen -> seen.stream()
                        .filter(one -> !gone || !concerns(event, one.arn()))
                        .map(one -> concerns(event, one.arn()) ? with(one, "available", one.tags()) : one)
                        .toList());
    }

    private static boolean concerns(InFlightMessage.Happened event, String arn) {
        return event.arns().contains(arn);
    }

    /** As ours, by nothing but its name. */
    static Ports takingForOurs(Ports ports, EngineFlaw.Context context, boolean whenUndoing) {
        Ports clusters = PortOverride.<Aurora, List<Cluster>>answers(
                ports,
                Aurora.class,
                "clusters",
                seen -> seen.stream()
                        .map(one -> ours(context, one, whenUndoing))
                        .toList());
        return PortOverride.<Aurora, List<Instance>>answers(
                clusters,
                Aurora.class,
                "instancesOf",
                seen -> seen.stream()
                        .map(one -> applies(context.restore(), whenUndoing)
                                ? with(one, one.status(), tags(context.restore(), one.tags()))
                                : one)
                        .toList());
    }

    /** Instances of all clusters, taken for known ones, where those of one are to go. */
    static Ports takingAllInstances(Ports ports, EngineFlaw.Context context) {
        return PortOverride.in(ports, Aurora.class, "instancesOf", (arguments, really) -> {
            Uni<List<Instance>> own = PortOverride.answer(really.apply(arguments));
            Uni<List<Instance>> others = PortOverride.answer(really.apply(new Object[] {InitialEstate.BYSTANDER}));
            return own.chain(seen -> deletes(context.restore(), seen)
                    ? others.map(more -> Stream.concat(
                                    more.stream().map(one -> known(one, context.restore())), seen.stream())
                            .toList())
                    : Uni.createFrom().item(seen));
        });
    }

    private static Instance known(Instance seen, Restore restore) {
        String resourceId = restore.outputs().predecessor().stream()
                .flatMap(old -> old.instances().stream())
                .map(Predecessor.Member::resourceId)
                .findFirst()
                .orElse(seen.resourceId());
        return new Instance(
                seen.name(),
                seen.arn(),
                resourceId,
                seen.status(),
                seen.instanceClass(),
                seen.settings(),
                tags(restore, seen.tags()));
    }

    private static boolean deletes(Restore restore, List<Instance> seen) {
        return restore.step() == StepName.RETIRE_CLUSTER
                || (restore.progress().rollingBack() && restore.step() == StepName.RESTORE_CLUSTER)
                || seen.stream().anyMatch(one -> one.state() == ResourceState.LEAVING);
    }

    /** As if nobody minded that it is deleted. */
    static Cluster unprotected(Cluster seen) {
        ClusterSettings settings = ClusterSettings.builder()
                .with(ClusterSetting.DELETION_PROTECTION, false)
                .build()
                .over(seen.settings());
        return new Cluster(
                seen.name(),
                seen.arn(),
                seen.resourceId(),
                seen.status(),
                seen.masterUser(),
                seen.endpoint(),
                seen.members(),
                settings,
                seen.kmsKeyId(),
                seen.managedSecret(),
                seen.tags(),
                Set.of(),
                Optional.empty(),
                seen.created(),
                seen.engineVersion());
    }

    /** Stopped clusters, as ready. */
    static Ports takingStoppedForAvailable(Ports ports) {
        return PortOverride.<Aurora, List<Cluster>>answers(
                ports,
                Aurora.class,
                "clusters",
                seen -> seen.stream()
                        .map(one -> one.state() == ResourceState.STOPPED
                                ? with(one, one.resourceId(), "available", one.tags())
                                : one)
                        .toList());
    }

    /** Of a time that is asked for, nothing but that it is one. */
    static Ports restoringTheEarliest(Ports ports) {
        return PortOverride.in(ports, AuroraControl.class, "restoreCluster", (arguments, really) -> {
            Object[] others = arguments.clone();
            others[1] = ((RestoreSource) arguments[1])
                    .moment()
                    .filter(moment -> !moment.isClone())
                    .<RestoreSource>map(moment ->
                            new ClusterMoment(moment.cluster(), moment.cluster().earliest(), moment.newKey()))
                    .orElse((RestoreSource) arguments[1]);
            return really.apply(others);
        });
    }

    /** Snapshots, as whole when they have only begun. */
    static Ports takingBegunForWhole(Ports ports) {
        return PortOverride.<Aurora, Optional<Snapshot>>answers(
                ports,
                Aurora.class,
                "snapshot",
                seen -> seen.map(one -> one.state() == ResourceState.CHANGING ? whole(one) : one));
    }

    private static Snapshot whole(Snapshot seen) {
        return new Snapshot(
                seen.id(),
                seen.arn(),
                seen.cluster(),
                "available",
                100,
                seen.createdAt(),
                seen.engine(),
                seen.engineVersion(),
                seen.masterUser(),
                seen.kmsKeyId(),
                seen.kmsKeyId().isPresent(),
                seen.copiedFrom(),
                seen.type(),
                seen.clusterResourceId(),
                seen.tags(),
                Optional.empty());
    }

    private static Cluster ours(EngineFlaw.Context context, Cluster seen, boolean whenUndoing) {
        Restore restore = context.restore();
        if (!applies(restore, whenUndoing)
                || !seen.name().equals(restore.names().staging())) {
            return seen;
        }
        String pinned = restore.resources()
                .of(TestData.HOME.clusterArn(seen.name()))
                .flatMap(OwnedResource::resourceId)
                .orElse(seen.resourceId());
        return with(seen, pinned, seen.status(), tags(restore, seen.tags()));
    }

    private static boolean applies(Restore restore, boolean whenUndoing) {
        return restore.progress().rollingBack() == whenUndoing;
    }

    private static Map<String, String> tags(Restore restore, Map<String, String> others) {
        Map<String, String> tags = new HashMap<>(others);
        tags.putAll(Ownership.tags(restore.id()));
        return tags;
    }

    private static Cluster with(Cluster seen, String resourceId, String status, Map<String, String> tags) {
        return new Cluster(
                seen.name(),
                seen.arn(),
                resourceId,
                status,
                seen.masterUser(),
                seen.endpoint(),
                seen.members(),
                seen.settings(),
                seen.kmsKeyId(),
                seen.managedSecret(),
                tags,
                Set.of(),
                Optional.empty(),
                seen.created(),
                seen.engineVersion());
    }

    private static Instance with(Instance seen, String status, Map<String, String> tags) {
        return new Instance(
                seen.name(), seen.arn(), seen.resourceId(), status, seen.instanceClass(), seen.settings(), tags);
    }
}
