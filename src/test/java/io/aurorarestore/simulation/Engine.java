package io.aurorarestore.simulation;

import io.aurorarestore.engine.AlreadyRead;
import io.aurorarestore.engine.DatabaseJobRunner;
import io.aurorarestore.engine.InMemoryDryRuns;
import io.aurorarestore.engine.Invocation;
import io.aurorarestore.engine.Reconciler;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.engine.Trigger;
import io.aurorarestore.intake.HookAnswers;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.request.Subject;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.HookAnswer;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.Database;
import io.aurorarestore.port.DatabaseJobs;
import io.aurorarestore.port.HookEvents;
import io.aurorarestore.port.JobReports;
import io.aurorarestore.port.JobResults;
import io.aurorarestore.port.LookedUp;
import io.aurorarestore.port.Lookup;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StateChanges;
import io.aurorarestore.port.WakeUps;
import io.aurorarestore.port.Workflows;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Map;

/** The real engine as one process has it for one message. The only place where it is put together. */
final class Engine {

    static final StepSequence PLAN = RestorePlan.at(TestData.HOME);

    private final SimulatedWorld world;
    private final SimulatedExecution process;
    private final Acting acting;
    private final Clock clock;
    private final Ports ports;
    private final DatabaseJobRunner work;

    Engine(SimulatedWorld world, SimulatedExecution process, InFlightMessage message) {
        this.world = world;
        this.process = process;
        this.acting = new Acting(world.number("i"), message);
        this.clock = process.clock();
        SimulatedNetwork wire = new SimulatedNetwork(world, process, acting);
        Restores restores = wire.to(Restores.class, world.restores);
        this.ports = world.flaw.in(ports(wire, restores), new EngineFlaw.Context(world, process, acting, message));
        this.work = new DatabaseJobRunner(
                restores,
                new InMemoryDryRuns(),
                wire.to(Database.class, world.database),
                wire.to(JobResults.class, world.results),
                wire.to(JobReports.class, (job, delay) -> world.mail.tell(job)),
                clock,
                world.log);
    }

    private Ports ports(SimulatedNetwork wire, Restores restores) {
        return new Ports(
                TestData.HOME,
                wire.to(
                        Aurora.class,
                        world.adapters.or(Aurora.class, new Described(world.aurora, world.home, world::seenAsOf))),
                wire.to(
                        AuroraControl.class,
                        new OnlyOurs(world.adapters.or(AuroraControl.class, world.aurora), world, acting)),
                wire.to(MasterSecrets.class, world.secrets),
                wire.to(DatabaseJobs.class, world.mail::accepted),
                wire.to(JobResults.class, world.results),
                restores,
                wire.to(WakeUps.class, world.mail::wake),
                wire.to(Announcer.class, world.announced::announce),
                wire.to(StateChanges.class, world.announced::change),
                wire.to(Workflows.class, world.workflows),
                wire.to(HookEvents.class, world.hooks));
    }

    /** Refusals are answers: nobody tries again. */
    Uni<Void> work(InFlightMessage message) {
        return message.work(this).onFailure(RequestRejectedException.class).recoverWithNull();
    }

    Restores restores() {
        return ports.restores();
    }

    WakeUps wakeUps() {
        return ports.wakeUps();
    }

    /** What the messages of a batch are likely about. */
    Uni<LookedUp> lookUp(Lookup wanted) {
        return ports.restores()
                .lookUp(wanted)
                .map(found -> world.flaw.bendsReads() ? new LookedUp(found.concerned(), Map.of(), Map.of()) : found);
    }

    /** Where that cannot be read, it does without. */
    Uni<Void> reconcile(RestoreId id, Trigger trigger, Lookup likely) {
        return lookUp(likely)
                .onFailure()
                .recoverWithItem(LookedUp.NOTHING)
                .chain(found -> reconcile(id, trigger, AlreadyRead.of(found)));
    }

    Uni<Void> reconcile(RestoreId id, Trigger trigger) {
        return reconcile(id, trigger, AlreadyRead.of(LookedUp.NOTHING));
    }

    Uni<Void> reconcile(RestoreId id, Trigger trigger, AlreadyRead read) {
        acting.on(id);
        Invocation invocation = new Invocation(acting.holder(), process.ends().plus(process.skew()));
        return new Reconciler(ports, PLAN, clock, world.log).reconcile(id, trigger, invocation, read);
    }

    Uni<RestoreId> open(RestoreRequest request, String key) {
        return new Intake(ports.restores(), world.profiles(), PLAN, clock, world.log)
                .open(request, world.workflows.sender(key, "a client"));
    }

    Uni<RestoreId> operate(OperatorActions.Operation operation, RestoreId id, String key) {
        return new OperatorActions(ports.restores(), world.profiles(), PLAN, clock, world.log)
                .operate(operation, Subject.of(id), new Sender(key, "an operator"), "a reason");
    }

    Uni<Restore> answer(HookAnswer answer, boolean byEvent) {
        HookAnswers answers = new HookAnswers(ports.restores(), world.profiles(), clock, world.log);
        return byEvent ? answers.byEvent(answer, "an account") : answers.byCall(answer, "a worker");
    }

    Uni<Void> run(DatabaseJob job) {
        acting.on(job.restore());
        return work.run(job, process.ends().plus(process.skew()));
    }
}
