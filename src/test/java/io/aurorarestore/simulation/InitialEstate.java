package io.aurorarestore.simulation;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.InstanceChanges;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.ScalingPolicy;
import io.aurorarestore.model.request.ClusterSelector;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.request.SourceSelector;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is there when the world begins, and what is asked of it. */
final class InitialEstate {

    static final String SOURCE = "orders-prod-saved";
    static final String NEARBY = "orders-local-saved";
    static final String BYSTANDER = "orders-local";
    static final String GONE = "orders-gone";
    static final List<String> EXISTING = List.of("orders-a", "orders-b");
    static final List<String> TARGETS = List.of("orders-a", "orders-b", "orders-new");

    /** RDS does not have it in the last availability zone. */
    static final String RARE = "db.x2g.large";

    private static final int MOST_CLONES = 15;
    private static final DataVolume DATA = DataVolume.postgresql("17.4", "postgres", "orders");
    private static final Instant SAVED = TestData.NOW.minus(Duration.ofHours(5));
    private static final ClusterKey NEIGHBOUR = ClusterKey.named(BYSTANDER);
    private static final List<SourceSelector> SOURCES = List.of(
            new SnapshotSelector.Latest("orders-prod", "us-west-2"),
            new SnapshotSelector.ById(NEARBY),
            new SnapshotSelector.Latest("orders-prod", "us-west-2"),
            new SnapshotSelector.ById(NEARBY),
            new ClusterSelector.PointInTime(NEIGHBOUR, Optional.empty()),
            new ClusterSelector.PointInTime(NEIGHBOUR, Optional.of(TestData.NOW)),
            new ClusterSelector.CopyOnWrite(NEIGHBOUR));
    private static final List<Retirement> RETIREMENTS =
            List.of(Retirement.KEEP, Retirement.DELETE, new Retirement(Optional.of(Duration.ofHours(3))));

    private static final ScalingPolicy POLICY =
            new ScalingPolicy("readers-by-cpu", "TargetTrackingScaling", "{\"TargetValue\":60.0}");
    private static final List<ReplicaScaling> SCALINGS = List.of(
            ReplicaScaling.UNKNOWN,
            ReplicaScaling.between(1, 4),
            ReplicaScaling.between(0, 15).by(List.of(POLICY)));

    private InitialEstate() {}

    static void begin(SimulatedWorld world) {
        RdsRegion west = west(world.rds);
        west.seed().cluster(SeedCluster.of("orders-prod", DATA, TestData.NOW, "orders-prod-1"));
        saved(world, west.seed().snapshot(SOURCE, "orders-prod", SAVED));
        RdsRegion home = world.home.rds();
        DbCluster bystander = home.seed().cluster(SeedCluster.of(BYSTANDER, DATA, TestData.NOW, BYSTANDER + "-1"));
        saved(world, home.seed().snapshot(NEARBY, BYSTANDER, SAVED));
        existing(world, "orders-a", false, "orders-a-1", "orders-a-2");
        existing(world, "orders-b", true, "orders-b-1");
        place(home, "orders-a");
        EXISTING.forEach(name -> besides(world, name));
        home.seed().deleted(SeedCluster.of(GONE, DATA, TestData.NOW));
        if (world.shape.has(DisturbanceKind.MANY_CLONES)) {
            for (int clone = 1; clone <= MOST_CLONES; clone++) {
                home.seed()
                        .cluster(SeedCluster.of(BYSTANDER + "-clone-" + clone, DATA, TestData.NOW)
                                .sharing(bystander.backups().volumeGroup()));
            }
        }
        world.home.changed();
        for (String target : EXISTING) {
            world.secrets.begin("aurora-restore/" + target + "/master", "the first of " + target);
        }
    }

    static RdsRegion west(SimulatedRds rds) {
        return rds.region("us-west-2");
    }

    /** One where its class is, the other where it is not any more. */
    private static void place(RdsRegion home, String cluster) {
        home.seed()
                .of(cluster)
                .instance(cluster + "-1", InstanceChanges.in(home.name() + "b", "db.r6g.large"), Map.of())
                .instance(cluster + "-2", InstanceChanges.in(home.name() + "c", RARE), Map.of());
    }

    private static void besides(SimulatedWorld world, String cluster) {
        if (world.shape.has(DisturbanceKind.SCARCE_CLASSES)) {
            world.home.rds().seed().of(cluster).with(ScarceClasses.had(world.apart));
        }
        if (world.shape.has(DisturbanceKind.SCALING_TARGETS)) {
            world.aurora.scale(cluster, world.apart.one(SCALINGS));
        }
    }

    static void saved(SimulatedWorld world, DbSnapshot snapshot) {
        world.data.began(snapshot.arn(), snapshot.created());
    }

    private static void existing(SimulatedWorld world, String name, boolean guarded, String... instances) {
        RdsRegion home = world.home.rds();
        ClusterChanges changes = new ClusterChanges(
                null, List.of("sg-of-orders"), null, null, null, null, guarded, null, 14, null, null, null, Map.of());
        DbCluster made = home.seed()
                .cluster(SeedCluster.of(name, DATA, TestData.NOW, instances)
                        .with(changes)
                        .tagged(Map.of(Ownership.ALLOWED_TAG, "true", "team", "orders")));
        saved(world, home.seed().snapshot(saved(name), name, SAVED));
        saved(world, home.seed().snapshot(savedByRds(name), name, "automated", SAVED, Map.of()));
        world.data.start(made.resourceId(), List.of());
    }

    static RestoreRequest request(Chance chance) {
        String target = chance.one(TARGETS);
        return new RestoreRequest(
                target,
                chance.one(SOURCES),
                RestoreRequest.DEFAULT_PROFILE,
                chance.of(0.1) ? ReplaceMode.REFUSE : chance.of(0.75) ? ReplaceMode.SWAP : ReplaceMode.DELETE_FIRST,
                true,
                settings(chance));
    }

    private static ClusterSettings settings(Chance chance) {
        return ClusterSettings.builder()
                .with(ClusterSetting.READERS, chance.of(0.3) ? 1 : null)
                .with(ClusterSetting.RETIREMENT, chance.one(RETIREMENTS))
                .with(ClusterSetting.ARCHIVE, chance.one(List.of(ArchiveMode.values())))
                .with(ClusterSetting.FINAL_SNAPSHOT, chance.of(0.5))
                .build();
    }

    /** A manual snapshot of a target itself. */
    static String saved(String target) {
        return target + "-saved";
    }

    /** An automated one: it goes when the target is deleted. */
    static String savedByRds(String target) {
        return "rds:" + target + "-2026-11-20-21-07";
    }
}
