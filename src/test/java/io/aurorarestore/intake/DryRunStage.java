package io.aurorarestore.intake;

import io.aurorarestore.engine.InMemoryDryRuns;
import io.aurorarestore.engine.InMemoryJobResults;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.ClusterSeed;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.EmptyDataPlane;
import io.aurorarestore.local.rds.ManagedPassword;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.time.VirtualTimeline;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.DryRunReport;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.HookEvents;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.StateChanges;
import io.aurorarestore.port.WakeUps;
import io.aurorarestore.port.Workflows;
import io.aurorarestore.simulation.SimulatedAurora;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Dry runs against a simulated RDS that nobody may change. */
final class DryRunStage {

    /** Of 200 GiB. */
    private static final DataVolume DATA = new DataVolume("aurora-postgresql", "17.4", "postgres", "orders", 200, null);

    final InMemoryRestores restores = new InMemoryRestores(TestData.HOME);
    private final SimulatedRds rds = new SimulatedRds(
            TestData.HOME.account(),
            new VirtualTimeline(TestData.NOW),
            new EmptyDataPlane(),
            event -> {},
            new Random(1),
            RdsOptions.defaults());
    private final InMemoryJobResults results = new InMemoryJobResults();
    private final DryRun dryRun;
    private DatabaseJob asked;
    private Instant now = TestData.NOW;
    private int deliveries;
    private Durations usual = Durations.NONE;
    private ClusterSettings byProfile = ClusterSettings.builder()
            .with(ClusterSetting.ARCHIVE, ArchiveMode.KEEP)
            .build();

    DryRunStage() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        StepSequence plan = RestorePlan.at(TestData.HOME);
        Intake intake = new Intake(restores, new OneProfile(this::profile, request -> usual), plan, clock, entry -> {});
        Ports ports = new Ports(
                TestData.HOME,
                new SimulatedAurora(rds, TestData.HOME.region()),
                untouchable(AuroraControl.class),
                untouchable(MasterSecrets.class),
                job -> Uni.createFrom().voidItem().invoke(() -> asked = job),
                results,
                restores,
                untouchable(WakeUps.class),
                untouchable(Announcer.class),
                untouchable(StateChanges.class),
                untouchable(Workflows.class),
                untouchable(HookEvents.class));
        dryRun = new DryRun(intake, ports, new InMemoryDryRuns(), plan, clock);
        var west = rds.region("us-west-2").seed();
        west.cluster(SeedCluster.of("orders-prod", DATA, TestData.NOW, "orders-prod-1"));
        west.snapshot("orders-prod-2026-11-20", "orders-prod", TestData.NOW);
    }

    private Profile profile() {
        return TestData.profile(
                Optional.of(List.of("orders-*")),
                Optional.of(List.of("orders-*")),
                Optional.of(List.of(
                        "instanceClass",
                        "readers",
                        "backupRetentionDays",
                        "certificate",
                        "clusterParameterGroup",
                        "instanceParameterGroup")),
                byProfile);
    }

    /** What the profile says of every cluster. */
    void profile(ClusterSettings says) {
        byProfile = says;
    }

    /** What earlier restores took, once for each of them. */
    void took(Map<StepName, Duration> steps, Duration whole, int times) {
        for (int time = 0; time < times; time++) {
            usual = usual.plus(steps, whole);
        }
    }

    /** Two instances of this class; backups are kept for 14 days. */
    void existing(Map<String, String> tags, String instanceClass, boolean guarded) {
        ClusterChanges changes = new ClusterChanges(
                null, null, null, null, null, null, guarded, null, 14, null, null, ManagedPassword.AS_IT_IS, Map.of());
        rds.region(TestData.HOME.region())
                .seed()
                .cluster(SeedCluster.of("orders-drill", DATA, TestData.NOW, "one", "two")
                        .with(changes)
                        .ofClass(instanceClass)
                        .tagged(tags));
    }

    /** The cluster that is there already. */
    ClusterSeed target() {
        return rds.region(TestData.HOME.region()).seed().of("orders-drill");
    }

    /** A snapshot that can be restored as it is. */
    void manual(String id) {
        rds.region(TestData.HOME.region()).seed().snapshot(id, "orders-drill", TestData.NOW);
    }

    /** A snapshot of it that goes with it. */
    void automated(String id) {
        rds.region(TestData.HOME.region()).seed().snapshot(id, "orders-drill", "automated", TestData.NOW, Map.of());
    }

    void refusing(String operation) {
        rds.faults().add(operation, new RdsError("InvalidParameterValue", 400, "It is refused."), 1);
    }

    DryRunReport run(RestoreRequest request) {
        Restore begun = begin(request);
        answer(job -> JobReport.done(job, "0 secret(s) can be read"));
        return plan(begun).orElseThrow();
    }

    Restore begin(RestoreRequest request) {
        Sender sender = new Sender("a request", "ops");
        return dryRun.begin(request, sender, "delivery " + ++deliveries, Set.of())
                .await()
                .indefinitely();
    }

    /** The database function does its part. */
    void answer(Function<DatabaseJob, JobReport> part) {
        results.write(part.apply(asked)).await().indefinitely();
    }

    Optional<DryRunReport> plan(Restore begun) {
        Restore kept = dryRun.find(begun.id()).await().indefinitely().orElseThrow();
        return dryRun.plan(kept).await().indefinitely();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** What is staged may be asked; nothing else. */
    private static <T> T untouchable(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (method.getName().equals("staged")) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    throw new AssertionError("a dry run called " + method.getName());
                }));
    }
}
