package io.aurorarestore.model.restore;

import io.aurorarestore.model.Names;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.history.Expected;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.model.text.Sensitive;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One restore, whole: all that is stored of it from one reconciliation to the next.
 *
 * @param version grows by one with each commit; a commit on an older one is lost
 * @param entries how many audit entries it has
 * @param outbox what is told of it, and what is still to be told
 * @param hooks what others were asked to do
 */
public record Restore(
        RestoreId id,
        long version,
        long entries,
        AcceptedRequest accepted,
        Progress progress,
        Outcome outcome,
        StepOutputs outputs,
        OwnedResources resources,
        WakeUpSchedule schedule,
        Outbox outbox,
        AskedHooks hooks) {

    private static final ClusterSettings BUILT_IN = ClusterSettings.builder()
            .with(ClusterSetting.INSTANCE_CLASS, "db.r6g.large")
            .with(ClusterSetting.READERS, 0)
            .with(ClusterSetting.MASTER_SECRET, "aurora-restore/" + ClusterSettings.TARGET + "/master")
            .with(ClusterSetting.ARCHIVE, ArchiveMode.TAG)
            .with(ClusterSetting.CERTIFICATE, Certificate.LEAVE)
            .with(ClusterSetting.RETIREMENT, Retirement.KEEP)
            .with(ClusterSetting.FINAL_SNAPSHOT, false)
            .attribute(Attribute.COPY_TAGS_TO_SNAPSHOT, true)
            .attribute(Attribute.INSTANCE_NAMES, "own")
            .build();

    /** A fresh restore, due at once. */
    public static Restore open(RestoreId id, AcceptedRequest accepted, StepName first) {
        Instant now = accepted.openedAt();
        Progress begun = Progress.begin(first, now);
        return new Restore(
                id,
                0,
                0,
                accepted,
                begun,
                Outcome.NONE,
                StepOutputs.NONE,
                OwnedResources.NONE,
                WakeUpSchedule.dueAt(now),
                Outbox.EMPTY,
                AskedHooks.NONE);
    }

    /** The retirement of this restore's predecessor: a life of its own, which holds no target. */
    public Restore retirement(Instant due) {
        Progress waits = Progress.begin(StepName.RETIRE_CLUSTER, due);
        AcceptedRequest mine = new AcceptedRequest(
                accepted.request(),
                accepted.settings().withoutDatabase(),
                id.value(),
                accepted.by(),
                accepted.openedAt());
        return new Restore(
                retirementId(),
                0,
                0,
                mine,
                waits,
                Outcome.NONE,
                outputs,
                OwnedResources.NONE,
                WakeUpSchedule.dueAt(due),
                Outbox.EMPTY,
                AskedHooks.NONE);
    }

    /** The id of the retirement of this restore's predecessor, whether there is one or not. */
    public RestoreId retirementId() {
        return id.derived("retirement");
    }

    public boolean retires() {
        return step() == StepName.RETIRE_CLUSTER;
    }

    /** A retirement whose time has not come: the sweep finds it when it has. */
    public boolean rests(Instant now) {
        return retires() && status() == Status.RUNNING && now.isBefore(progress.since());
    }

    /** The restore whose names count: a retirement works on what another restore set aside. */
    public RestoreId origin() {
        return retires() ? new RestoreId(accepted.key()) : id;
    }

    public String target() {
        return accepted.request().target();
    }

    public Names names() {
        return new Names(origin(), target());
    }

    public Settings settings() {
        return accepted.settings();
    }

    public ReplaceMode replace() {
        return accepted.request().replace();
    }

    /** Whether a cluster that has the target's name changes places with the restored one. */
    public boolean swaps() {
        return replace() == ReplaceMode.SWAP && outputs.predecessor().isPresent();
    }

    /** Whether a cluster that has the target's name is deleted first. */
    public boolean clearsFirst() {
        return replace() == ReplaceMode.DELETE_FIRST && outputs.predecessor().isPresent();
    }

    public Status status() {
        return progress.status();
    }

    public StepName step() {
        return progress.step();
    }

    /** Ended and told: nothing happens to it any more by itself. */
    public boolean settled() {
        return status().terminal() && !unannounced();
    }

    /** What restores like it usually take, with what this one took, where it is a measure of that. */
    public Optional<Durations> durations() {
        StepTimes times = progress.times();
        return status() == Status.SUCCEEDED && !retires() && !times.resumed()
                ? times.ended().map(end -> accepted.usual().plus(times.steps(), took(end)))
                : Optional.empty();
    }

    private Duration took(Instant end) {
        return Duration.ofSeconds(Duration.between(accepted.openedAt(), end).toSeconds());
    }

    /** What the step that it is at is expected to take: as in earlier restores of the target from such a source. */
    public Optional<Expected> expectedOfStep() {
        return accepted.usual().expected(step());
    }

    /** What it is expected to take from its request to its end. */
    public Optional<Expected> expected() {
        return retires() ? Optional.empty() : accepted.usual().expected();
    }

    /** Whether somebody has still to be told of its end. */
    public boolean unannounced() {
        return !outbox.awaiting().isEmpty();
    }

    /** Whether it failed and nobody has given it up. */
    public boolean needsAPerson() {
        return status() == Status.FAILED && !outcome.abandoned();
    }

    /** Whether no other restore of the same target may begin: a failed one keeps its target until it is given up. */
    public boolean holdsTarget() {
        return !retires() && (!status().terminal() || needsAPerson());
    }

    /** How the restored cluster is to be, as far as it is known. */
    public ClusterSettings cluster() {
        ClusterSettings asked = settings().asked();
        return outputs.predecessor()
                .map(old -> asked.over(old.settings()))
                .orElse(asked)
                .over(BUILT_IN);
    }

    /** Whether the promoted cluster is stopped and started, for a certificate that names the target. */
    public boolean renewsCertificate() {
        return cluster().certificate().filter(Certificate.RENEW::equals).isPresent();
    }

    /** Whether the new instances are given the old ones' names. */
    public boolean keepsInstanceNames() {
        return cluster()
                .attributes()
                .text(Attribute.INSTANCE_NAMES)
                .filter("keep"::equals)
                .isPresent();
    }

    /** The version that is asked for, or the source's: of a cluster RDS restores no other. */
    public String engineVersion() {
        RestoreSource source = outputs.source().orElseThrow();
        return source.snapshot().flatMap(snapshot -> cluster().engineVersion()).orElse(source.engineVersion());
    }

    /** The class of each instance, the writer first. */
    public List<String> instanceClasses() {
        ClusterSettings cluster = cluster();
        List<String> olds = cluster.instanceClasses().orElse(List.of());
        String other = olds.isEmpty() ? cluster.instanceClass().orElseThrow() : olds.get(0);
        return IntStream.rangeClosed(0, cluster.readers().orElse(0))
                .mapToObj(number -> settings()
                        .asked()
                        .instanceClass()
                        .orElseGet(() -> number < olds.size() ? olds.get(number) : other))
                .toList();
    }

    /** The key for a copy of an encrypted snapshot. */
    public Optional<String> copyKey() {
        return settings().asked().kmsKeyId().or(() -> outputs.predecessor().flatMap(Predecessor::kmsKeyId));
    }

    /** The ARNs whose events concern this restore. */
    public Set<String> interests(Home home) {
        Set<String> arns = new LinkedHashSet<>();
        if (!status().terminal()) {
            resources.owned().forEach(one -> arns.add(one.arn()));
            outputs.predecessor().ifPresent(old -> arns.addAll(interests(home, old)));
            if (!retires()) {
                arns.add(home.clusterArn(target()));
            }
        }
        return arns;
    }

    private Set<String> interests(Home home, Predecessor old) {
        Set<String> arns = new LinkedHashSet<>();
        arns.add(home.clusterArn(names().setAside()));
        arns.add(home.snapshotArn(names().finalSnapshot()));
        old.instances().forEach(one -> arns.add(one.arn()));
        return arns;
    }

    /** Whether RDS keeps the master user's secret itself. */
    public boolean managedSecret() {
        return ClusterSettings.MANAGED.equals(cluster().masterSecret().orElseThrow());
    }

    /** The name of the secret of the target's master user. */
    public String masterSecret() {
        return managedSecret()
                ? outputs.managedSecret().orElse("")
                : cluster().masterSecret().orElseThrow().replace(ClusterSettings.TARGET, target());
    }

    /** The secret that no other restore may stage a password in, while this one holds its target. */
    public Optional<String> lockedSecret() {
        String named = settings().asked().over(BUILT_IN).masterSecret().orElseThrow();
        return Optional.of(named)
                .filter(name -> !ClusterSettings.MANAGED.equals(name))
                .map(name -> name.replace("{target}", target()));
    }

    /** With the number of the audit entry that it has last. */
    public Restore numbered(long last) {
        return new Restore(id, version, last, accepted, progress, outcome, outputs, resources, schedule, outbox, hooks);
    }

    /** The version of that secret that this restore stages: a UUID, the same on every retry. */
    public String masterVersion() {
        return UUID.nameUUIDFromBytes((id + "/master").getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public Restore with(Progress changed) {
        return new Restore(
                id, version, entries, accepted, changed, outcome, outputs, resources, schedule, outbox, hooks);
    }

    public Restore with(Outcome changed) {
        return new Restore(
                id, version, entries, accepted, progress, changed, outputs, resources, schedule, outbox, hooks);
    }

    public Restore with(StepOutputs changed) {
        return new Restore(
                id, version, entries, accepted, progress, outcome, changed, resources, schedule, outbox, hooks);
    }

    public Restore with(OwnedResources changed) {
        return new Restore(
                id, version, entries, accepted, progress, outcome, outputs, changed, schedule, outbox, hooks);
    }

    public Restore with(WakeUpSchedule changed) {
        return new Restore(
                id, version, entries, accepted, progress, outcome, outputs, resources, changed, outbox, hooks);
    }

    public Restore with(Outbox changed) {
        return new Restore(
                id, version, entries, accepted, progress, outcome, outputs, resources, schedule, changed, hooks);
    }

    public Restore with(AskedHooks changed) {
        return new Restore(
                id, version, entries, accepted, progress, outcome, outputs, resources, schedule, outbox, changed);
    }

    /** The hook that the step waits for before it begins, if it does. */
    public Optional<Hook> awaitedHook() {
        return status() == Status.RUNNING
                ? accepted.settings().hooks().stream()
                        .filter(hook -> hook.before() == step() && !hooks.isOver(hook.name()))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether somebody else's work is to come before that step, or has come. */
    public boolean hasHookBefore(StepName step) {
        return accepted.settings().hooks().stream().anyMatch(hook -> hook.before() == step);
    }

    public HookId idOf(Hook hook) {
        return new HookId(id, hook.name(), progress.attempt());
    }

    /** Those that were asked for in vain: they have still to be told. */
    public List<AskedHook> hooksToCancel() {
        Optional<HookId> awaited = awaitedHook().map(this::idOf);
        return hooks.asked().stream()
                .filter(one ->
                        one.unanswered() && awaited.filter(one.id()::equals).isEmpty())
                .toList();
    }

    /** Ended, its end still to be told: due at once until it is. */
    public Restore ended(Status terminal, Instant now) {
        return with(progress.ended(terminal, now)).with(schedule.wokenAt(now)).toldToAll();
    }

    private Restore toldToAll() {
        Set<Audience> audience = EnumSet.of(Audience.SUBSCRIBERS);
        if (!outbox.taskTokens().isEmpty()) {
            audience.add(Audience.WORKFLOW);
        }
        if (!hooksToCancel().isEmpty()) {
            audience.add(Audience.HOOKS);
        }
        return with(outbox.to(audience));
    }

    /** These have heard of its end. */
    public Restore told(Set<Audience> some) {
        return with(outbox.told(some));
    }

    /** Going again: there is no end to be told any more. */
    public Restore notEnded() {
        return with(outbox.to(Set.of()));
    }

    public Restore announced() {
        return with(outbox.to(Set.of())).with(schedule.over());
    }

    /** One more execution waits for the same restore: if that has ended it is told, due now. */
    public Restore awaitedBy(Sensitive token, Instant now) {
        Outbox awaited = outbox.awaitedBy(token);
        return status().terminal()
                ? with(awaited.alsoTo(Audience.WORKFLOW)).with(schedule.wokenAt(now))
                : with(awaited);
    }

    /** The version a commit writes. */
    public Restore next(int more) {
        return new Restore(
                id,
                version + 1,
                entries + more,
                accepted,
                progress,
                outcome,
                outputs,
                resources,
                schedule,
                outbox,
                hooks);
    }
}
