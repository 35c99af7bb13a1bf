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
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.CommitRefused;
import io.aurorarestore.port.DatabaseJobs;
import io.aurorarestore.port.JobResults;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StateChanges;
import io.aurorarestore.port.WakeUps;
import io.aurorarestore.port.Workflows;
import io.aurorarestore.port.World;
import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.ClusterSettings;
import io.aurorarestore.restore.Credentials;
import io.aurorarestore.restore.DatabaseJob;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.JobReport;
import io.aurorarestore.restore.Profile;
import io.aurorarestore.restore.Replace;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.RestoreRequest;
import io.aurorarestore.restore.Sender;
import io.aurorarestore.restore.Sensitive;
import io.aurorarestore.restore.SnapshotSelector;
import io.aurorarestore.restore.StateChange;
import io.aurorarestore.restore.Status;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.restore.StepTiming;
import io.aurorarestore.restore.Subject;
import io.aurorarestore.saga.A;
import io.aurorarestore.saga.Control;
import io.aurorarestore.saga.Hint;
import io.aurorarestore.saga.InMemoryJobResults;
import io.aurorarestore.saga.InMemoryRestores;
import io.aurorarestore.saga.Intake;
import io.aurorarestore.saga.Invocation;
import io.aurorarestore.saga.OneProfile;
import io.aurorarestore.saga.Reconciler;
import io.aurorarestore.saga.RestorePlan;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A world on simulated time: given what is there, when a request comes, expect what becomes of it. Messages that a crash
 * interrupts come again, as SQS brings them.
 */
final class Scenario {

    private static final SnapshotSelector SOURCE = new SnapshotSelector.Latest("orders-prod", "us-west-2");
    private static final int MOST_RECEIVES = 5;
    private static final Duration REDELIVERY = Duration.ofMinutes(6);
    /** What a job takes. */
    private static final Duration JOB = Duration.ofSeconds(2);

    private static final Duration SWEEP = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(24);

    /** On simulated time nothing has to be waited for. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    final VirtualTimeline time = new VirtualTimeline(A.NOW);
    final NoData data = new NoData();
    final InMemoryRestores store = new InMemoryRestores(A.HOME);
    final List<Announcement> announced = new ArrayList<>();
    final List<Announcement> news = new ArrayList<>();
    final List<StateChange> changes = new ArrayList<>();
    final WaitingWorkflows workflows = new WaitingWorkflows();
    final WakeUpsInFlight wakeUps = new WakeUpsInFlight();
    final SimulatedRds rds;
    final Poison poison = new Poison();
    private final List<Runnable> deadLetters = new ArrayList<>();
    private final CrashPoint crash;
    private final Map<String, Credentials> staged = new HashMap<>();
    final HomeRegion home;
    private final Reconciler reconciler;
    private final Intake intake;
    private final InMemoryJobResults results = new InMemoryJobResults();
    private final Control control;
    private final Map<StepName, FailureCode> broken = new EnumMap<>(StepName.class);
    private Profile profile = Profiles.OPEN;
    private int copies = 1;
    private boolean rdsSilent;
    private boolean deafToNews;
    private boolean deafDatabase;
    private int deafToEnds;
    private int invocations;
    private int requests = 1;

    private Scenario(CrashPoint crash, RdsOptions options) {
        this.crash = crash;
        rds = new SimulatedRds(A.HOME.account(), time, data, this::happened, new Random(1), options);
        home = new HomeRegion(rds.region(A.HOME.region()));
        SimulatedAurora aurora = new SimulatedAurora(rds, A.HOME.region());
        World world = new World(
                A.HOME,
                crash.around(Aurora.class, poison.around(Aurora.class, aurora)),
                crash.around(AuroraControl.class, aurora),
                crash.around(MasterSecrets.class, secrets()),
                crash.around(DatabaseJobs.class, poison.around(DatabaseJobs.class, this::work)),
                crash.around(JobResults.class, results),
                crash.around(Restores.class, poison.around(Restores.class, store)),
                crash.around(WakeUps.class, this::wakeUp),
                crash.around(Announcer.class, this::announce),
                crash.around(StateChanges.class, this::change),
                crash.around(Workflows.class, workflows));
        RestorePlan plan = new RestorePlan(A.HOME);
        VirtualClock clock = new VirtualClock(time);
        reconciler = new Reconciler(world, plan, clock, entry -> {});
        intake = new Intake(store, new OneProfile(() -> profile), plan, clock, entry -> {});
        control = new Control(store, new OneProfile(() -> profile), plan, clock, entry -> {});
        seed();
        sweep();
    }

    static Scenario given() {
        return given(RdsOptions.defaults());
    }

    static Scenario given(RdsOptions options) {
        return new Scenario(CrashPoint.never(), options);
    }

    static Scenario givenCrashAt(CrashPoint point) {
        return new Scenario(point, RdsOptions.defaults());
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

    /** The database function does nothing at all. */
    void deafDatabase() {
        deafDatabase = true;
    }

    /** Neither the bus nor the topic for news takes anything. */
    Scenario deafToNews() {
        deafToNews = true;
        return this;
    }

    /** The topics for ends take nothing so many times. */
    Scenario deafToEnds(int times) {
        deafToEnds = times;
        return this;
    }

    /** The database function cannot do what this step wants. */
    Scenario breaking(StepName step, FailureCode code) {
        broken.put(step, code);
        return this;
    }

    void mend() {
        broken.clear();
        rds.faults().clear();
    }

    Scenario with(ClusterSettings settings) {
        profile = Profiles.of(settings);
        return this;
    }

    /** The profile says how long the step may take, and how often it looks. */
    Scenario timing(StepName step, StepTiming timing) {
        profile = Profiles.of(profile.settings(), Optional.of(Map.of(step, timing)));
        return this;
    }

    private void seed() {
        Volume volume = Volume.postgresql("17.4", "postgres", "orders");
        var west = rds.region("us-west-2");
        west.seed().cluster(SeedCluster.of("orders-prod", volume, A.NOW, "orders-prod-1"));
        west.seed().snapshot("orders-prod-2026-11-20", "orders-prod", Instant.parse("2026-11-20T03:00:00Z"));
    }

    RestoreId request() {
        return request(new RestoreRequest("orders-drill", SOURCE, "default"));
    }

    RestoreId requestAwaitedBy(String token) {
        requests++;
        return requestAgainAwaitedBy(token);
    }

    /** The request that came last, from a workflow that waits. */
    RestoreId requestAgainAwaitedBy(String token) {
        Sender sender = new Sender("request " + requests, "a workflow", Optional.of(new Sensitive(token)));
        return request(new RestoreRequest("orders-drill", SOURCE, "default"), sender);
    }

    /** Asks for a cluster in the place of one that there is. */
    RestoreId replace(String target, Replace how) {
        return request(new RestoreRequest(target, SOURCE, "default", how, true, ClusterSettings.NONE));
    }

    /** Asks for it from another source, accepting that what is deleted first is lost. */
    RestoreId replace(String target, Replace how, SnapshotSelector source) {
        return request(new RestoreRequest(target, source, "default", how, true, ClusterSettings.NONE));
    }

    private RestoreId request(RestoreRequest request) {
        return request(request, new Sender("request " + requests++, "a test"));
    }

    private RestoreId request(RestoreRequest request, Sender sender) {
        RestoreId id = intake.open(request, sender).await().atMost(AT_ONCE);
        deliver(id, Hint.opened(), Duration.ZERO);
        return id;
    }

    void operate(Control.Operation operation, RestoreId id) {
        RestoreId touched = control.operate(
                        operation, Subject.of(id), new Sender("operation " + requests++, "an operator"), "a reason")
                .await()
                .atMost(AT_ONCE);
        deliver(touched, Hint.operator(), Duration.ZERO);
    }

    /** Lets so many things happen. */
    void passing(int events) {
        for (int count = 0; count < events && time.runNext(); count++) {
            // time passes
        }
    }

    void passing(Duration duration) {
        Instant until = time.now().plus(duration);
        while (time.now().isBefore(until) && time.runNext()) {
            // time passes
        }
    }

    /** Whether the restore comes to this step, and stops there for a moment. */
    boolean reaches(RestoreId id, StepName step) {
        passingUntil(
                id,
                "at " + step,
                () -> restore(id).step() == step || restore(id).settled());
        return restore(id).step() == step && !restore(id).settled();
    }

    void until(RestoreId id, Status status) {
        passingUntil(id, status.name(), () -> restore(id).status() == status);
    }

    /** A broken engine must not keep a test for ever. */
    private void passingUntil(RestoreId id, String what, BooleanSupplier reached) {
        Instant bound = time.now().plus(LONGEST);
        while (!reached.getAsBoolean()) {
            if (time.now().isAfter(bound) || !time.runNext()) {
                throw new AssertionError("It is " + time.now() + ", and never was " + what + ": " + restore(id));
            }
        }
    }

    Optional<RestoreId> holder(String target) {
        return store.holder(target).await().atMost(AT_ONCE);
    }

    Restore afterwards(RestoreId id) {
        Instant until = time.now().plus(LONGEST);
        while (!restore(id).settled() && time.now().isBefore(until) && time.runNext()) {
            // time passes
        }
        return restore(id);
    }

    Restore restore(RestoreId id) {
        return store.load(id).await().atMost(AT_ONCE).orElseThrow();
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
                            .atMost(AT_ONCE)
                            .forEach(id -> deliver(id, Hint.event("event"), Duration.ZERO)));
        }
    }

    private Uni<Void> wakeUp(RestoreId id, long chain, Duration delay) {
        return Uni.createFrom().voidItem().invoke(() -> {
            for (int copy = 0; copy < copies; copy++) {
                wakeUps.sent(id, chain);
                time.after(delay, () -> wakeUps.came(id, chain));
                deliver(id, Hint.wakeUp(chain), delay);
            }
        });
    }

    /** A message that nobody of ours has sent. */
    void forge(RestoreId id, Hint hint) {
        deliver(id, hint, Duration.ZERO);
    }

    /** As every sweep, operator and redelivered request does. */
    void wakeAnew(RestoreId id, int times) {
        for (int count = 0; count < times; count++) {
            deliver(id, Hint.wakeUp(Hint.ANY_CHAIN), Duration.ZERO);
        }
    }

    private void deliver(RestoreId id, Hint hint, Duration delay) {
        deliver(id, hint, delay, 1);
    }

    private void deliver(RestoreId id, Hint hint, Duration delay, int receive) {
        time.after(delay, () -> {
            try {
                Invocation invocation =
                        new Invocation("i" + invocations++, time.now().plusSeconds(60));
                reconciler.reconcile(id, hint, invocation).await().atMost(AT_ONCE);
            } catch (Crash | CallFailed | CommitRefused | Poison.Unthought failure) {
                crash.takeOver();
                again(id, hint, receive);
            }
        });
    }

    private void again(RestoreId id, Hint hint, int receive) {
        if (receive < MOST_RECEIVES) {
            deliver(id, hint, REDELIVERY, receive + 1);
        } else {
            deadLetters.add(() -> deliver(id, hint, Duration.ZERO));
        }
    }

    /** All that came too often comes once more. */
    int redrive() {
        List<Runnable> all = List.copyOf(deadLetters);
        deadLetters.clear();
        all.forEach(Runnable::run);
        return all.size();
    }

    private void sweep() {
        time.after(SWEEP, () -> {
            store.overdue(time.now().minusSeconds(60), 100)
                    .await()
                    .atMost(AT_ONCE)
                    .forEach(id -> deliver(id, Hint.wakeUp(Hint.ANY_CHAIN), Duration.ZERO));
            sweep();
        });
    }

    private Uni<Void> work(DatabaseJob job) {
        return Uni.createFrom().voidItem().invoke(() -> {
            for (int copy = 0; copy < copies && !deafDatabase; copy++) {
                time.after(JOB, () -> {
                    results.write(report(job)).await().atMost(AT_ONCE);
                    deliver(job.restore(), Hint.report(), Duration.ZERO);
                });
            }
        });
    }

    private JobReport report(DatabaseJob job) {
        return Optional.ofNullable(broken.get(job.step()))
                .map(code -> JobReport.failed(job, new Failure(code, "It is broken.")))
                .orElseGet(() -> JobReport.done(job, "done"));
    }

    private Uni<Void> announce(Announcement announcement) {
        return Uni.createFrom().voidItem().invoke(() -> {
            boolean end = Status.valueOf(announcement.status()).terminal();
            refuseToHear(end ? deafToEnds-- > 0 : deafToNews);
            (end ? announced : news).add(announcement);
        });
    }

    private Uni<Void> change(StateChange change) {
        return Uni.createFrom().voidItem().invoke(() -> {
            refuseToHear(deafToNews);
            changes.add(change);
        });
    }

    private static void refuseToHear(boolean deaf) {
        if (deaf) {
            throw new CallFailed(CallFailed.Kind.RETRY, FailureCode.NOTIFICATION_FAILED, "Nobody hears.");
        }
    }

    private MasterSecrets secrets() {
        return new MasterSecrets() {
            @Override
            public Uni<Credentials> stage(RestoreId by, String secret, String version, String username) {
                return Uni.createFrom()
                        .item(() -> staged.computeIfAbsent(
                                version, fresh -> new Credentials(username, new Sensitive("a-staged-password"))));
            }

            @Override
            public Uni<Optional<String>> staged(String secret) {
                return Uni.createFrom().item(Optional.empty());
            }

            @Override
            public Uni<Void> drop(RestoreId by, String secret, String version) {
                return Uni.createFrom().voidItem().invoke(() -> staged.remove(version));
            }

            @Override
            public Uni<Void> activate(String secret, String version) {
                return Uni.createFrom().voidItem();
            }
        };
    }
}
