package io.aurorarestore.simulation;

import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.engine.Trigger;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.time.VirtualTimeline;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A world in which nothing goes wrong but what a test says: what happens in it, and what is seen of it. */
public abstract class CalmWorld {

    private static final Duration LONGEST = Duration.ofHours(24);

    public final VirtualTimeline time;
    public final SimulatedRds rds;
    public final HomeRegion home;
    public final InMemoryRestores store;
    public final List<Announcement> announced;
    public final List<Announcement> news;
    public final List<StateChange> changes;
    public final List<String> heartbeats;
    /** The ends that workflows have heard, by their tokens. */
    public final Map<String, Announcement> ended;

    public final CountedTransitions counted;
    public final PortCalls calls;
    public final WakeUpsInFlight wakeUps;
    public final Poison poison;
    final SimulatedWorld world;

    CalmWorld(WorldParameters nature, Poison poison) {
        this.poison = poison;
        world = new SimulatedWorld(nature);
        time = world.time;
        rds = world.rds;
        home = new HomeRegion(world.home.rds());
        store = world.store;
        announced = world.announced.ends;
        news = world.announced.news;
        changes = world.announced.changes;
        heartbeats = world.workflows.heartbeats;
        ended = world.workflows.ended;
        counted = world.log;
        calls = world.calls;
        wakeUps = world.mail.inbox.wakeUps;
    }

    /** As every API, sweep and operator does. */
    public void wakeAnew(RestoreId id, int times) {
        for (int count = 0; count < times; count++) {
            world.mail.send(new InFlightMessage.WokenUp(id, Trigger.ANY_CHAIN));
        }
    }

    /** All that came too often comes once more. */
    public int redrive() {
        return world.mail.redrive();
    }

    /** Does something to RDS when the time has come. */
    public void later(Duration delay, Runnable act) {
        time.after(delay, () -> {
            act.run();
            world.home.changed();
        });
    }

    /** Lets all happen that happens at so many instants. */
    public void passing(int instants) {
        world.home.changed();
        for (int count = 0; count < instants && moment(); count++) {
            // time passes
        }
    }

    public void passing(Duration duration) {
        world.home.changed();
        Instant until = time.now().plus(duration);
        while (time.now().isBefore(until) && moment()) {
            // time passes
        }
    }

    /** Lets all happen that happens next, to the end of that instant. */
    private boolean moment() {
        boolean any = time.runNext();
        while (time.next().filter(at -> !at.isAfter(time.now())).isPresent()) {
            time.runNext();
        }
        return any;
    }

    /** Whether the restore comes to this step, and stops there for a moment. */
    public boolean reaches(RestoreId id, StepName step) {
        passingUntil(
                id,
                "at " + step,
                () -> restore(id).step() == step || restore(id).settled());
        return restore(id).step() == step && !restore(id).settled();
    }

    public void until(RestoreId id, Status status) {
        passingUntil(id, status.name(), () -> restore(id).status() == status);
    }

    /** A broken engine must not keep a test for ever. */
    private void passingUntil(RestoreId id, String what, BooleanSupplier reached) {
        world.home.changed();
        Instant bound = time.now().plus(LONGEST);
        while (!reached.getAsBoolean()) {
            if (time.now().isAfter(bound) || !moment()) {
                throw new AssertionError("It is " + time.now() + ", and never was " + what + ": " + restore(id));
            }
        }
    }

    /** What has become of it; by the simulation's rules, unless calls were poisoned. */
    public Restore afterwards(RestoreId id) {
        world.home.changed();
        Instant until = time.now().plus(LONGEST);
        while (!restore(id).settled() && time.now().isBefore(until) && moment()) {
            // time passes
        }
        world.referee.verdict().filter(rule -> poison.isUnused()).ifPresent(rule -> {
            throw new AssertionError("broken: " + rule + System.lineSeparator() + world.trace);
        });
        return restore(id);
    }

    public Optional<RestoreId> holder(String target) {
        return world.restores.holds(target);
    }

    public Restore restore(RestoreId id) {
        return world.restores.kept(id);
    }

    /** As if another had written it. */
    public void put(Restore restore) {
        world.restores.put(restore);
    }

    /** Whether a database answers at the target's endpoint. */
    public boolean serves(String target) {
        return world.data.answering(TestData.HOME.region(), target).isPresent();
    }

    /** Whether clients that verify the host name may connect to the target. */
    public boolean certifies(String target) {
        return world.data
                .answering(TestData.HOME.region(), target)
                .filter(volume -> world.data.certifies(volume, TestData.HOME.region(), target))
                .isPresent();
    }

    /** What was done in a step, in words. */
    public List<String> acts(RestoreId id, StepName step) {
        return store.audit(id).stream()
                .filter(entry -> entry.step() == step && entry.what().equals(AuditAction.ACTS.code()))
                .map(AuditEntry::why)
                .toList();
    }

    public List<String> doneSteps(RestoreId id) {
        return store.audit(id).stream()
                .filter(entry -> entry.what().equals("done") || entry.what().equals("skipped"))
                .map(AuditEntry::step)
                .map(StepName::label)
                .toList();
    }
}
