package io.aurorarestore.saga.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.rds.NoData;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.rds.Volume;
import io.aurorarestore.local.time.VirtualTimeline;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.DatabaseJobs;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.WakeUps;
import io.aurorarestore.port.World;
import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.Credentials;
import io.aurorarestore.restore.DatabaseJob;
import io.aurorarestore.restore.JobReport;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.RestoreRequest;
import io.aurorarestore.restore.Sensitive;
import io.aurorarestore.restore.SnapshotSelector;
import io.aurorarestore.saga.A;
import io.aurorarestore.saga.Hint;
import io.aurorarestore.saga.InMemoryRestores;
import io.aurorarestore.saga.Intake;
import io.aurorarestore.saga.Invocation;
import io.aurorarestore.saga.Reconciler;
import io.aurorarestore.saga.RestorePlan;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A world on simulated time: given what is there, when a request comes, expect what becomes of it. Messages that a crash
 * interrupts come again, as SQS brings them.
 */
final class Scenario {

    private static final Duration REDELIVERY = Duration.ofMinutes(6);
    private static final Duration SWEEP = Duration.ofMinutes(5);

    final VirtualTimeline time = new VirtualTimeline(A.NOW);
    final NoData data = new NoData();
    final InMemoryRestores store = new InMemoryRestores(A.HOME);
    final List<Announcement> announced = new ArrayList<>();
    final SimulatedRds rds;
    private final Map<String, Credentials> staged = new HashMap<>();
    private final Reconciler reconciler;
    private final Intake intake;
    private int copies = 1;
    private boolean rdsSilent;
    private int invocations;

    private Scenario(CrashPoint crash) {
        rds = new SimulatedRds(A.HOME.account(), time, data, this::happened, new Random(1), RdsOptions.defaults());
        SimulatedAurora aurora = new SimulatedAurora(rds, A.HOME.region());
        World world = new World(
                A.HOME,
                crash.around(Aurora.class, aurora),
                crash.around(AuroraControl.class, aurora),
                crash.around(MasterSecrets.class, secrets()),
                crash.around(DatabaseJobs.class, this::work),
                crash.around(Restores.class, store),
                crash.around(WakeUps.class, this::wakeUp),
                crash.around(Announcer.class, this::announce));
        RestorePlan plan = new RestorePlan(A.HOME);
        VirtualClock clock = new VirtualClock(time);
        reconciler = new Reconciler(world, plan, clock, entry -> {});
        intake = new Intake(store, name -> Uni.createFrom().item(Optional.of(Profiles.OPEN)), plan, clock, e -> {});
        seed();
        sweep();
    }

    static Scenario given() {
        return new Scenario(CrashPoint.never());
    }

    static Scenario givenCrashAt(CrashPoint point) {
        return new Scenario(point);
    }

    /** RDS sends no event at all. */
    Scenario withoutRdsEvents() {
        rdsSilent = true;
        return this;
    }

    /** Every event and message comes so often. */
    Scenario delivering(int times) {
        copies = times;
        return this;
    }

    private void seed() {
        Volume volume = Volume.postgresql("17.4", "postgres", "orders");
        var west = rds.region("us-west-2");
        west.seed().cluster(SeedCluster.of("orders-prod", volume, A.NOW, "orders-prod-1"));
        west.seed().snapshot("orders-prod-2026-11-20", "orders-prod", Instant.parse("2026-11-20T03:00:00Z"));
    }

    RestoreId request() {
        RestoreRequest request =
                new RestoreRequest("orders-drill", new SnapshotSelector.Latest("orders-prod", "us-west-2"), "default");
        RestoreId id = intake.open(request, "a request", "a test").await().indefinitely();
        deliver(id, Hint.opened(), Duration.ZERO);
        return id;
    }

    Restore afterwards(RestoreId id) {
        Instant until = time.now().plus(Duration.ofHours(24));
        while (!restore(id).settled() && time.now().isBefore(until) && time.runNext()) {
            // time passes
        }
        return restore(id);
    }

    Restore restore(RestoreId id) {
        return store.load(id).await().indefinitely().orElseThrow();
    }

    List<String> doneSteps(RestoreId id) {
        return store.audit(id).stream()
                .filter(entry -> entry.what().equals("done") || entry.what().equals("skipped"))
                .map(AuditEntry::step)
                .map(step -> step.label())
                .toList();
    }

    private void happened(ObjectNode event) {
        String arn = event.path("detail").path("SourceArn").asText();
        for (int copy = 0; copy < copies && !rdsSilent; copy++) {
            time.after(
                    Duration.ofSeconds(1 + copy),
                    () -> store.interestedIn(arn)
                            .await()
                            .indefinitely()
                            .forEach(id -> deliver(id, Hint.event("event"), Duration.ZERO)));
        }
    }

    private Uni<Void> wakeUp(RestoreId id, long chain, Duration delay) {
        return Uni.createFrom().voidItem().invoke(() -> {
            for (int copy = 0; copy < copies; copy++) {
                deliver(id, Hint.wakeUp(chain), delay);
            }
        });
    }

    private void deliver(RestoreId id, Hint hint, Duration delay) {
        time.after(delay, () -> {
            try {
                Invocation invocation =
                        new Invocation("i" + invocations++, time.now().plusSeconds(60));
                reconciler.reconcile(id, hint, invocation).await().indefinitely();
            } catch (Crash crash) {
                deliver(id, hint, REDELIVERY);
            }
        });
    }

    private void sweep() {
        time.after(SWEEP, () -> {
            store.overdue(time.now().minusSeconds(60), 100)
                    .await()
                    .indefinitely()
                    .forEach(id -> deliver(id, Hint.wakeUp(Hint.ANY_CHAIN), Duration.ZERO));
            sweep();
        });
    }

    private Uni<Void> work(DatabaseJob job) {
        return Uni.createFrom().voidItem().invoke(() -> {
            for (int copy = 0; copy < copies; copy++) {
                deliver(job.restore(), Hint.report(JobReport.done(job, "done")), Duration.ofSeconds(2));
            }
        });
    }

    private Uni<Void> announce(Announcement announcement) {
        return Uni.createFrom().voidItem().invoke(() -> announced.add(announcement));
    }

    private MasterSecrets secrets() {
        return new MasterSecrets() {
            @Override
            public Uni<Credentials> stage(String secret, String version, String username) {
                return Uni.createFrom()
                        .item(() -> staged.computeIfAbsent(
                                version, fresh -> new Credentials(username, new Sensitive("a-staged-password"))));
            }

            @Override
            public Uni<Void> activate(String secret, String version) {
                return Uni.createFrom().voidItem();
            }
        };
    }
}
