package io.aurorarestore.simulation;

import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.AuroraControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What people and AWS do besides, by {@link DisturbanceKind}: at any time, or just when a restore comes to a step. */
final class People {

    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final List<StepName> STEPS = List.of(StepName.values());

    private record Plan(StepName step, Consumer<Restore> act) {}

    private final SimulatedWorld world;
    private final List<Plan> plans = new ArrayList<>();

    People(SimulatedWorld world) {
        this.world = world;
    }

    void begin() {
        ClusterActs clusters = new ClusterActs(world);
        plan(DisturbanceKind.STRANGE_INSTANCES, clusters::addInstance);
        plan(DisturbanceKind.PROTECTION, clusters::protect);
        plan(DisturbanceKind.STOPPED, clusters::stop);
        plan(DisturbanceKind.CERTIFICATES, List.of(StepName.RENEW_CERTIFICATE), clusters::power);
        plan(DisturbanceKind.PASSING_STATES, clusters::pass);
        plan(DisturbanceKind.UNMARKED, clusters::unmark);
        plan(DisturbanceKind.RELATIONS, clusters::relate);
        plan(DisturbanceKind.RETIREMENTS, new RetirementActs(world)::meddle);
        plan(DisturbanceKind.DEFECTS, restore -> world.defects.begin());
        plan(DisturbanceKind.PROFILE_EDITS, restore -> edit());
        for (int time = 0; time < world.shape.times(DisturbanceKind.BUSY_TARGETS); time++) {
            plans.add(new Plan(world.others.one(STEPS), this::ask));
        }
        if (world.shape.has(DisturbanceKind.HOOKS)) {
            world.profile.hooks(SimulatedHooks.HOOKS);
        }
        if (world.shape.has(DisturbanceKind.SHARED_SECRETS)) {
            share();
        }
    }

    private void plan(DisturbanceKind kind, Consumer<Restore> act) {
        plan(kind, STEPS, act);
    }

    private void plan(DisturbanceKind kind, List<StepName> steps, Consumer<Restore> act) {
        for (int time = 0; time < world.shape.times(kind); time++) {
            if (world.others.of(0.6)) {
                plans.add(new Plan(world.others.one(steps), act));
            } else {
                world.time.after(
                        world.others.upTo(world.shape.trouble()), () -> some().ifPresent(one -> does(act, one)));
            }
        }
    }

    private Optional<Restore> some() {
        List<Restore> all = List.copyOf(world.restores.all());
        return all.isEmpty() ? Optional.empty() : Optional.of(world.others.one(all));
    }

    /** A restore has come to a step. */
    void entered(Restore restore) {
        for (Plan plan : List.copyOf(plans)) {
            if (plan.step() == restore.step()) {
                plans.remove(plan);
                Duration delay = world.others.upTo(world.others.of(0.5) ? AT_ONCE : SOON);
                world.time.after(delay, () -> does(plan.act(), world.kept(restore.id())));
            }
        }
    }

    private void does(Consumer<Restore> act, Restore restore) {
        if (!world.trouble.isOver()) {
            world.trouble.struck();
            act.accept(restore);
            world.changed(AuroraControl.class);
        }
    }

    private void edit() {
        List<String> targets = world.others.of(0.7) ? List.of("orders-*") : List.of("orders-a");
        world.note(() -> "the profile is edited, and allows " + targets);
        world.profile.edit(targets, false);
    }

    private void share() {
        world.profile.edit(List.of("orders-*"), true);
        for (String target : InitialEstate.TARGETS) {
            world.time.after(world.others.upTo(SOON), () -> ask(target));
        }
    }

    private void ask(Restore restore) {
        ask(restore.target());
    }

    private void ask(String target) {
        world.clients.call(
                new InFlightMessage.Requested(world.wishes.forTarget(target), world.number("one more request ")));
    }

    /** Of an operator, who knows of the retirement or of the restore that it belongs to. */
    void operate(Operation operation, Restore restore) {
        world.mail.send(new InFlightMessage.Operated(operation, restore.id(), world.number("operation ")));
    }
}
