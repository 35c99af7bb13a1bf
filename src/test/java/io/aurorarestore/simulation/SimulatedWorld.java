package io.aurorarestore.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.engine.InMemoryJobResults;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.time.VirtualTimeline;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.CallFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One world: the real engine between simulated services, on virtual time, in one thread. All that is random comes from
 * its seed, so it is the same each time.
 */
final class SimulatedWorld {

    private static final Duration SKEW = Duration.ofSeconds(3);

    final Chance chance;
    /** For what is drawn apart: see {@link DisturbanceKind}. */
    final Chance others;
    /** For kinds that came later. */
    final Chance apart;

    final WorldShape shape;
    final EngineFlaw flaw;
    final boolean calm;
    final VirtualTimeline time = new VirtualTimeline(TestData.NOW);
    final EditedProfile profile = new EditedProfile(time);
    final Trace trace = new Trace(TestData.NOW);
    final Referee referee;
    final Trouble trouble;
    final ConcurrentActs acts;
    final CreatedResources made = new CreatedResources();
    final SimulatedData data = new SimulatedData(this);
    final SimulatedSecrets secrets = new SimulatedSecrets();
    final SimulatedDatabase database = new SimulatedDatabase(this);
    final SimulatedRds rds;
    final SimulatedAurora aurora;
    final RealAdapters adapters = new RealAdapters();
    final Region home;
    final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    final WatchedRestores restores;
    final Announced announced;
    final SimulatedWorkflows workflows;
    final SimulatedHooks hooks = new SimulatedHooks(this);
    final InMemoryJobResults results = new InMemoryJobResults();
    final PortCalls calls = new PortCalls();
    final SimulatedQueues mail = new SimulatedQueues(this);
    final RequestVariations wishes = new RequestVariations(this);
    final People people = new People(this);
    final Precautions precautions = new Precautions(this);
    final Defects defects = new Defects(this);
    final SecretRules secretRules = new SecretRules(this);
    private final CommitRules commitRules = new CommitRules(this);
    final RequestingClients clients = new RequestingClients(this);
    private final EventDelivery events;
    private final Invariants invariants;
    final CountedTransitions log = new CountedTransitions(this::logged);
    /** What earlier restores took, where a test says so. */
    Optional<Durations> usual = Optional.empty();

    private Instant outageEnds = Instant.MIN;
    private int numbers;

    SimulatedWorld(long seed, EngineFlaw flaw) {
        this(seed, flaw, DisturbanceKind.on());
    }

    SimulatedWorld(long seed, EngineFlaw flaw, Set<DisturbanceKind> kinds) {
        this(WorldParameters.drawn(seed, flaw, kinds));
        InitialEstate.begin(this);
    }

    /** There is nothing in it. */
    SimulatedWorld(WorldParameters nature) {
        this.flaw = nature.flaw();
        this.chance = nature.chance();
        this.others = nature.others();
        this.apart = nature.apart();
        this.shape = nature.shape();
        this.calm = nature.calm();
        this.referee = new Referee(!calm);
        this.acts = new ConcurrentActs(time, referee);
        this.trouble = new Trouble(time, chance, shape.trouble());
        this.rds = new SimulatedRds(
                TestData.HOME.account(), new RdsTime(this), data, this::happened, chance.another(), nature.rds());
        this.home = new Region(rds.region(TestData.HOME.region()), !calm);
        this.aurora = new SimulatedAurora(rds, TestData.HOME.region());
        this.restores = new WatchedRestores(store, this);
        this.announced = new Announced(this);
        this.workflows = new SimulatedWorkflows(this);
        this.events = new EventDelivery(this);
        this.invariants = new Invariants(this);
    }

    /** Lets everything happen, up to the end or to the first broken rule, which it answers. */
    Optional<String> run() {
        Ending ending = new Ending(this);
        clients.begin();
        new OtherActors(this).begin();
        people.begin();
        new Sweep(this).begin();
        while (!referee.stops() && !ending.reached() && time.runNext()) {
            invariants.check();
        }
        if (!referee.stops()) {
            invariants.checkTheEnd();
        }
        return referee.verdict();
    }

    private void happened(ObjectNode event) {
        events.happened(event);
    }

    /** Somebody has changed something; what is seen of it later, and checked now, has to follow. */
    void changed(Class<?> port) {
        if (port == AuroraControl.class) {
            home.changed();
        }
        invariants.due();
    }

    Instant seenAsOf() {
        defects.strike();
        return trouble.strikes(shape.calls().stale())
                ? time.now().minus(chance.upTo(shape.calls().staleness()))
                : time.now();
    }

    void opened(Restore restore) {
        commitRules.opened(restore);
        secretRules.opened(restore);
        people.entered(restore);
    }

    void committed(Transition transition) {
        Restore after = transition.after();
        commitRules.committed(transition);
        precautions.knows(after);
        if (transition.before().step() != after.step() || transition.before().status() != after.status()) {
            people.entered(after);
        }
        transition.retirement().ifPresent(people::entered);
    }

    /** Every second time, where the world has this kind at all. */
    boolean strikes(DisturbanceKind kind) {
        boolean strikes = shape.has(kind) && !trouble.isOver() && others.of(0.5);
        if (strikes) {
            trouble.struck();
        }
        return strikes;
    }

    SimulatedExecution process(String function, Duration lasts) {
        return new SimulatedExecution(number(function + "-"), time, lasts, chance.around(SKEW));
    }

    String number(String prefix) {
        return prefix + ++numbers;
    }

    /** An error that no fault of the world explains is the engine's. */
    void failed(InFlightMessage message, Throwable failure) {
        note(() -> CallText.of(message) + " failed: " + failure);
        boolean expected = failure instanceof CallFailedException || failure instanceof Defects.Defect;
        referee.must(
                expected, () -> CallText.of(message) + " ended in " + failure + " at " + failure.getStackTrace()[0]);
    }

    /** No secret may ever be seen in what is kept, logged or sent. */
    void mustNotTell(Object said) {
        referee.must(!said.toString().contains(SimulatedSecrets.MARK), () -> "a secret in " + said);
    }

    private void logged(AuditEntry entry) {
        mustNotTell(entry);
        note(() -> "   audit " + entry.restore() + " " + entry.seq() + " " + entry.step() + " " + entry.what() + ": "
                + entry.why());
    }

    void note(Supplier<String> what) {
        trace.add(time.now(), what);
    }

    void outage(Duration lasts) {
        outageEnds = time.now().plus(lasts);
        trouble.lost();
    }

    /** How long no function runs yet. */
    Duration outage() {
        return time.now().isBefore(outageEnds) ? Duration.between(time.now(), outageEnds) : Duration.ZERO;
    }

    Restore kept(RestoreId id) {
        return restores.kept(id);
    }

    io.aurorarestore.port.Profiles profiles() {
        return new OneProfile(profile::now, this::durations);
    }

    private Durations durations(RestoreRequest request) {
        return shape.has(DisturbanceKind.WRONG_DURATIONS)
                ? WrongDurations.of(others)
                : usual.orElseGet(() -> restores.durations(request));
    }
}
