package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Predecessor.Member;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is told of a restored cluster is true: of when its data is, that it is a full copy, where its instances are. */
final class Told {

    /** A clone is of when it was asked for: the call may be on its way for as long as an invocation may run. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(15);

    private final SimulatedWorld world;
    private final Restore restore;

    Told(SimulatedWorld world, Restore restore) {
        this.world = world;
        this.restore = restore;
    }

    void check(DbCluster target) {
        world.data.moment(target.resourceId()).ifPresent(this::data);
        if (isClone() && target.backups().volumeGroup().equals(target.resourceId())) {
            must(warns("full copy"), "has not told that its clone is a full copy");
        }
        restore.outputs().predecessor().ifPresent(old -> scaling(world.aurora.scaling(target.id())));
        restore.outputs().predecessor().filter(Told::knowsZones).ifPresent(old -> places(target, old));
    }

    /** That readers come and go, and the policies by which they do. */
    private void scaling(ReplicaScaling there) {
        boolean told = there.state() == ReplicaScaling.State.NONE || warns("register-scalable-target");
        must(told, "has not told that its readers are scaled");
        there.policies().orElse(List.of()).forEach(one -> must(warns(one.name()), "has not told the policy " + one));
    }

    private boolean warns(String of) {
        return restore.outcome().warnings().stream().anyMatch(one -> one.contains(of));
    }

    private void data(Instant moment) {
        Instant told = restore.outputs().dataTime().orElse(Instant.MIN);
        must(
                isClone() ? !told.isAfter(moment) && told.plus(ON_ITS_WAY).isAfter(moment) : told.equals(moment),
                "tells that its data is of " + told + ", and it is of " + moment);
        asked().ifPresent(asked -> must(asked.equals(moment), "has data of " + moment + " instead of " + asked));
    }

    private Optional<Instant> asked() {
        return restore.accepted().request().source() instanceof PointInTime point ? point.at() : Optional.empty();
    }

    private boolean isClone() {
        return restore.outputs()
                .source()
                .flatMap(RestoreSource::moment)
                .filter(ClusterMoment::isClone)
                .isPresent();
    }

    /** Earlier versions did not note them. */
    private static boolean knowsZones(Predecessor old) {
        return old.lasting().stream().anyMatch(one -> zone(one).isPresent());
    }

    private static Optional<String> zone(Member old) {
        return old.settings().attributes().text(Attribute.AVAILABILITY_ZONES);
    }

    /** Each in the zone of the old one in its place, but where RDS does not have its class. */
    private void places(DbCluster target, Predecessor old) {
        List<Member> members = old.lasting();
        IntStream.rangeClosed(
                        1, Math.min(members.size(), restore.instanceClasses().size()))
                .forEach(number -> instance(target, members.get(number - 1), number)
                        .ifPresent(one -> place(members.get(number - 1), one)));
    }

    private Optional<DbInstance> instance(DbCluster target, Member old, int number) {
        return world.home.now().instancesOf(target.id()).stream()
                .filter(one -> one.id().equals(restore.names().instance(number))
                        || one.id().equals(old.name()))
                .findFirst();
    }

    private void place(Member old, DbInstance fresh) {
        Optional<String> zone = zone(old);
        must(
                zone.isPresent() || old.instanceClass().equals(InitialEstate.RARE),
                "leaves the place of " + fresh.id() + " to RDS");
        zone.ifPresent(wanted ->
                must(fresh.settings().availabilityZone().equals(wanted), "has put " + fresh.id() + " elsewhere"));
    }

    private void must(boolean holds, String otherwise) {
        world.referee.must(holds, () -> "restore " + restore.id() + " " + otherwise);
    }
}
