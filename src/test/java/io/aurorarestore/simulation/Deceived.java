package io.aurorarestore.simulation;

import io.aurorarestore.engine.A;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Owned;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.World;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An engine that sees clusters and instances as it would like to have them. */
final class Deceived {

    private Deceived() {}

    /** As the event says, whatever is there. */
    static World believing(World ports, Message.Happened event) {
        boolean gone = event.words().contains("deleted");
        World clusters = Bend.<Aurora, Optional<Cluster>>answers(
                ports,
                Aurora.class,
                "cluster",
                seen -> seen.filter(one -> !gone || !concerns(event, one.arn()))
                        .map(one -> concerns(event, one.arn())
                                ? with(one, one.resourceId(), "available", one.tags())
                                : one));
        return Bend.<Aurora, List<Instance>>answers(
                clusters,
                Aurora.class,
                "instancesOf",
                seen -> seen.stream()
                        .filter(one -> !gone || !concerns(event, one.arn()))
                        .map(one -> concerns(event, one.arn()) ? with(one, "available", one.tags()) : one)
                        .toList());
    }

    private static boolean concerns(Message.Happened event, String arn) {
        return event.arns().contains(arn);
    }

    /** As ours, by nothing but its name. */
    static World takingForOurs(World ports, Flaw.Context context, boolean whenUndoing) {
        World clusters = Bend.<Aurora, Optional<Cluster>>answers(
                ports, Aurora.class, "cluster", seen -> seen.map(one -> ours(context, one, whenUndoing)));
        return Bend.<Aurora, List<Instance>>answers(
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
    static World takingAllInstances(World ports, Flaw.Context context) {
        return Bend.in(ports, Aurora.class, "instancesOf", (arguments, really) -> {
            Uni<List<Instance>> own = Bend.answer(really.apply(arguments));
            Uni<List<Instance>> others = Bend.answer(really.apply(new Object[] {Estate.BYSTANDER}));
            return own.chain(seen -> deletes(context.restore(), seen)
                    ? others.map(more -> Stream.concat(
                                    more.stream().map(one -> known(one, context.restore())), seen.stream())
                            .toList())
                    : Uni.createFrom().item(seen));
        });
    }

    private static Instance known(Instance seen, Restore restore) {
        String resourceId = restore.findings().predecessor().stream()
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
                seen.parameterGroup(),
                seen.publiclyAccessible(),
                seen.caCertificate(),
                tags(restore, seen.tags()));
    }

    private static boolean deletes(Restore restore, List<Instance> seen) {
        return restore.step() == StepName.RETIRE_CLUSTER
                || (restore.progress().rollingBack() && restore.step() == StepName.RESTORE_CLUSTER)
                || seen.stream().anyMatch(one -> one.state() == ResourceState.LEAVING);
    }

    /** As if nobody minded that it is deleted. */
    static Cluster unprotected(Cluster seen) {
        ClusterSettings settings =
                ClusterSettings.builder().deletionProtection(false).build().over(seen.settings());
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
                Optional.empty());
    }

    /** Stopped clusters, as ready. */
    static World takingStoppedForAvailable(World ports) {
        return Bend.<Aurora, Optional<Cluster>>answers(
                ports,
                Aurora.class,
                "cluster",
                seen -> seen.map(one -> one.state() == ResourceState.STOPPED
                        ? with(one, one.resourceId(), "available", one.tags())
                        : one));
    }

    /** Snapshots, as whole when they have only begun. */
    static World takingBegunForWhole(World ports) {
        return Bend.<Aurora, Optional<Snapshot>>answers(
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
                seen.tags());
    }

    private static Cluster ours(Flaw.Context context, Cluster seen, boolean whenUndoing) {
        Restore restore = context.restore();
        if (!applies(restore, whenUndoing)
                || !seen.name().equals(restore.names().staging())) {
            return seen;
        }
        String pinned = restore.footprint()
                .of(A.HOME.clusterArn(seen.name()))
                .flatMap(Owned::resourceId)
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
                Optional.empty());
    }

    private static Instance with(Instance seen, String status, Map<String, String> tags) {
        return new Instance(
                seen.name(),
                seen.arn(),
                seen.resourceId(),
                status,
                seen.instanceClass(),
                seen.parameterGroup(),
                seen.publiclyAccessible(),
                seen.caCertificate(),
                tags);
    }
}
