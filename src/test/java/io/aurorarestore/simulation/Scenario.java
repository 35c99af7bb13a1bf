package io.aurorarestore.simulation;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.Quotas;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.request.SourceSelector;
import io.aurorarestore.model.request.Subject;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.HookId;
import io.aurorarestore.model.restore.HookRequest;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.StepTiming;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.NotificationTopic;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.CallFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A calm world: given what is there, when a request comes, expect what becomes of it. */
public final class Scenario extends CalmWorld {

    private static final SnapshotSelector SOURCE = new SnapshotSelector.Latest("orders-prod", "us-west-2");

    /** On simulated time nothing has to be waited for. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    /** Clusters, instances or snapshots of one restore. */
    private static final int ROOM = 3;

    /** Of one restore, with room to spare; a call passes twice. */
    private static final int MOST_CALLS = 1000;

    private int requests = 1;

    private Scenario(WorldShape shape, CrashPoint crash, RdsOptions options) {
        this(shape, crash, new Poison(), options);
    }

    private Scenario(WorldShape shape, CrashPoint crash, Poison poison, RdsOptions options) {
        super(WorldParameters.calm(shape, options, poison.and(crash)), poison);
        begin();
    }

    private void begin() {
        DataVolume volume = DataVolume.postgresql("17.4", "postgres", "orders");
        var west = rds.region("us-west-2");
        west.seed().cluster(SeedCluster.of("orders-prod", volume, TestData.NOW, "orders-prod-1"));
        west.seed().snapshot("orders-prod-2026-11-20", "orders-prod", Instant.parse("2026-11-20T03:00:00Z"));
        world.profile.edit(OpenProfile.WITH_A_READER);
        new Sweep(world).begin();
    }

    public static Scenario given() {
        return given(RdsOptions.defaults());
    }

    public static Scenario given(RdsOptions options) {
        return new Scenario(CalmShape.calm(), CrashPoint.never(), options);
    }

    /** So many restores have room in the account, and may copy, at once. */
    public static Scenario givenRoomFor(int restores) {
        int room = ROOM * restores;
        Quotas quotas = new Quotas(room, room, room, restores);
        return new Scenario(
                CalmShape.calm(),
                CrashPoint.never(MOST_CALLS * restores),
                RdsOptions.defaults().withQuotas(quotas));
    }

    public static Scenario givenCrashAt(CrashPoint point) {
        return new Scenario(CalmShape.calm(), point, RdsOptions.defaults());
    }

    /** Each of RDS's events comes so late. */
    public static Scenario givenEventsAfter(Duration delay, RdsOptions options) {
        return new Scenario(CalmShape.withEventsAfter(delay), CrashPoint.never(), options);
    }

    /** RDS sends no event at all. */
    public static Scenario givenNoRdsEvents() {
        return new Scenario(CalmShape.withoutRdsEvents(), CrashPoint.never(), RdsOptions.defaults());
    }

    /** Every event and message comes so often. */
    public static Scenario givenDelivering(int times) {
        return new Scenario(CalmShape.delivering(times), CrashPoint.never(), RdsOptions.defaults());
    }

    /** No server ever shows another certificate than at first. */
    public Scenario keepingCertificates() {
        world.data.keepsCertificates = true;
        return this;
    }

    /** The database function does nothing at all. */
    public Scenario deafDatabase() {
        world.mail.jobsAreLost = true;
        return this;
    }

    /** The database function verifies by a job of its own only, as earlier versions of it did. */
    public Scenario verifyingApart() {
        world.database.verifiesApart = true;
        return this;
    }

    /** The queue of the database function takes no job so many times. */
    public Scenario deafJobQueue(int times) {
        poison.in("send", DatabaseJob.class::isInstance, Scenario::nobodyHears, times);
        return this;
    }

    /** Neither the bus nor the topic for news takes anything. */
    public Scenario deafToNews() {
        poison.in("announceAll", Scenario::nobodyHears, Integer.MAX_VALUE);
        poison.in("publish", Scenario::nobodyHears, Integer.MAX_VALUE);
        return this;
    }

    /** The topics for ends take nothing so many times. */
    public Scenario deafToEnds(int times) {
        poison.in("announce", announcement -> !isNews(announcement), Scenario::nobodyHears, times);
        return this;
    }

    /** Workflows cannot be told an end so many times. */
    public Scenario deafWorkflows(int times) {
        poison.in("end", Scenario::nobodyHears, times);
        return this;
    }

    private static boolean isNews(Object announcement) {
        return ((Announcement) announcement).topic() == NotificationTopic.STATUS;
    }

    private static CallFailedException nobodyHears() {
        return new CallFailedException(
                CallFailedException.Kind.RETRY, FailureCode.NOTIFICATION_FAILED, "Nobody hears.");
    }

    /** The database function cannot do what this step wants. */
    public Scenario breaking(StepName step, FailureCode code) {
        world.database.broken.put(step, code);
        return this;
    }

    public Scenario with(ClusterSettings settings) {
        world.profile.edit(OpenProfile.of(settings));
        return this;
    }

    /** RDS is asked by these adapters, and so by the SDK. */
    public Scenario askingBy(Aurora aurora, AuroraControl control) {
        world.adapters.use(Aurora.class, aurora);
        world.adapters.use(AuroraControl.class, control);
        return this;
    }

    /** The profile says how long the step may take, and how often it looks. */
    public Scenario timing(StepName step, StepTiming timing) {
        ClusterSettings settings = world.profile.now().settings();
        world.profile.edit(OpenProfile.of(settings, Optional.of(Map.of(step, timing))));
        return this;
    }

    /** The profile asks for this. */
    public Scenario measuredBy(Objectives objectives) {
        world.profile.edit(OpenProfile.measured(objectives));
        return this;
    }

    /** Earlier restores like it have taken just this, three times. */
    public Scenario usually(Map<StepName, Duration> took) {
        Durations durations = Durations.NONE;
        for (int number = 0; number < 3; number++) {
            durations = durations.plus(took, Duration.ofHours(1));
        }
        world.usual = Optional.of(durations);
        return this;
    }

    /** The profile names hooks, and nobody works for them but as the test says. */
    public Scenario with(Hook... hooks) {
        world.hooks.work = request -> {};
        world.profile.edit(
                OpenProfile.of(world.profile.now().settings(), Optional.empty(), Optional.of(List.of(hooks))));
        return this;
    }

    /** What those who work for hooks do when they are asked. */
    public Scenario working(Consumer<HookRequest> how) {
        world.hooks.work = how;
        return this;
    }

    public List<HookRequest> asked() {
        return world.hooks.requests;
    }

    public List<HookId> cancelled() {
        return world.hooks.cancelled;
    }

    public void answer(HookId id, AskedHook.State outcome) {
        world.hooks.answer(id, outcome, Duration.ZERO);
    }

    public void progress(HookId id, int percent) {
        world.hooks.say(id, Optional.empty(), Optional.of(percent), Duration.ZERO);
    }

    /** The bus takes no word for hooks so many times. */
    public Scenario deafHooks(String call, int times) {
        poison.in(call, Scenario::nobodyHears, times);
        return this;
    }

    public RestoreId request() {
        return request(new RestoreRequest("orders-drill", SOURCE, "default"));
    }

    public RestoreId requestAwaitedBy(String token) {
        requests++;
        return requestAgainAwaitedBy(token);
    }

    /** The request that came last, from a workflow that waits. */
    public RestoreId requestAgainAwaitedBy(String token) {
        Sender sender = new Sender("request " + requests, "a workflow", Optional.of(new Sensitive(token)));
        return request(new RestoreRequest("orders-drill", SOURCE, "default"), sender);
    }

    /** Asks for a cluster in the place of one that there is. */
    public RestoreId replace(String target, ReplaceMode how) {
        return replace(target, how, SOURCE);
    }

    /** Asks for it from another source, accepting that what is deleted first is lost. */
    public RestoreId replace(String target, ReplaceMode how, SourceSelector source) {
        return request(new RestoreRequest(target, source, "default", how, true, ClusterSettings.NONE));
    }

    private RestoreId request(RestoreRequest request) {
        return request(request, new Sender("request " + requests++, "a test"));
    }

    private RestoreId request(RestoreRequest request, Sender sender) {
        Intake intake = new Intake(
                world.restores, world.profiles(), Engine.PLAN, new VirtualClock(time, Duration.ZERO), world.log);
        RestoreId id = intake.open(request, sender).await().atMost(AT_ONCE);
        wakeAnew(id, 1);
        return id;
    }

    public void operate(OperatorActions.Operation operation, RestoreId id) {
        Sender sender = new Sender("operation " + requests++, "an operator");
        OperatorActions control = new OperatorActions(
                world.restores, world.profiles(), Engine.PLAN, new VirtualClock(time, Duration.ZERO), world.log);
        wakeAnew(
                control.operate(operation, Subject.of(id), sender, "a reason")
                        .await()
                        .atMost(AT_ONCE),
                1);
    }

    /** That its job is done, as nobody of ours has said. */
    public void forgeReport(RestoreId id) {
        world.mail.send(new InFlightMessage.Reported(DatabaseJob.of(restore(id))));
    }

    /** The database function gave the job up. */
    public void giveUp(DatabaseJob job) {
        world.mail.send(new InFlightMessage.Dead(job));
    }
}
