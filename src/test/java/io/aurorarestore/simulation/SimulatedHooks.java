package io.aurorarestore.simulation;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.HookAnswer;
import io.aurorarestore.model.restore.HookId;
import io.aurorarestore.model.restore.HookRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.port.HookEvents;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Those who work for hooks. In a world of hooks they answer, fail, answer twice or otherwise than before, late or never; a
 * test says itself what they do.
 */
final class SimulatedHooks implements HookEvents {

    /** What profiles of such a world name. */
    static final List<Hook> HOOKS = List.of(
            new Hook("mask", Hook.Place.AFTER, StepName.CONFIGURE_DATABASE, Duration.ofHours(1), true),
            new Hook("index", Hook.Place.BEFORE, StepName.VERIFY_RESTORE, Duration.ofMinutes(40), true),
            new Hook("smoke-test", Hook.Place.BEFORE, StepName.SET_ASIDE_OLD, Duration.ofMinutes(30), false),
            new Hook("refresh", Hook.Place.AFTER, StepName.VERIFY_ENDPOINT, Duration.ofMinutes(30), true));

    private static final Duration QUICK = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofMinutes(90);

    private final SimulatedWorld world;
    final List<HookRequest> requests = new ArrayList<>();
    final List<HookId> cancelled = new ArrayList<>();
    private final Set<HookId> heard = new LinkedHashSet<>();
    Consumer<HookRequest> work = this::work;

    SimulatedHooks(SimulatedWorld world) {
        this.world = world;
    }

    @Override
    public Uni<Void> request(HookRequest request) {
        return Uni.createFrom().voidItem().invoke(() -> {
            world.mustNotTell(request.master());
            mustNotHaveSucceeded(request.id());
            requests.add(request);
            work.accept(request);
        });
    }

    @Override
    public Uni<Void> cancel(Restore restore, AskedHook hook) {
        return Uni.createFrom().voidItem().invoke(() -> cancelled.add(hook.id()));
    }

    /** It may be asked for once more while its answer is on its way, but not once the restore has gone on. */
    private void mustNotHaveSucceeded(HookId id) {
        world.referee.must(
                !world.kept(id.restore()).hooks().isOver(id.hook()),
                () -> "hook " + id + " has been answered and is asked for anew");
    }

    private void work(HookRequest request) {
        if (world.strikes(DisturbanceKind.HOOKS)) {
            misbehave(request);
        } else if (heard.add(request.id())) {
            answer(request.id(), AskedHook.State.SUCCEEDED, world.others.upTo(QUICK));
        }
    }

    private void misbehave(HookRequest request) {
        HookId id = request.id();
        switch (world.others.below(6)) {
            case 0 -> answer(id, AskedHook.State.FAILED, world.others.upTo(QUICK));
            case 1 -> {
                answer(id, AskedHook.State.SUCCEEDED, world.others.upTo(QUICK));
                answer(id, AskedHook.State.SUCCEEDED, world.others.upTo(LATE));
            }
            case 2 -> {
                answer(id, AskedHook.State.SUCCEEDED, world.others.upTo(QUICK));
                answer(id, AskedHook.State.FAILED, world.others.upTo(QUICK));
            }
            case 3 -> answer(id, AskedHook.State.SUCCEEDED, world.others.upTo(LATE));
            case 4 -> {
                say(id, Optional.empty(), Optional.of(world.others.below(100)), world.others.upTo(QUICK));
                answer(id, AskedHook.State.SUCCEEDED, world.others.upTo(LATE));
            }
            default -> world.note(() -> "nobody hears of hook " + id);
        }
    }

    void answer(HookId id, AskedHook.State outcome, Duration delay) {
        say(id, Optional.of(outcome), Optional.empty(), delay);
    }

    void say(HookId id, Optional<AskedHook.State> outcome, Optional<Integer> percent, Duration delay) {
        HookAnswer answer = new HookAnswer(id.restore(), id.hook(), Optional.of(id), outcome, percent, "as it says");
        boolean byEvent =
                HOOKS.stream().filter(one -> one.name().equals(id.hook())).allMatch(Hook::answeredByEvent);
        world.time.after(delay, () -> world.mail.send(new InFlightMessage.Answered(answer, byEvent)));
    }

    /** No hook is left requested without a word once its restore has ended. */
    void checkTheEnd() {
        for (HookRequest request : requests) {
            HookId id = request.id();
            boolean answered = world.kept(id.restore())
                    .hooks()
                    .of(id.hook())
                    .filter(one -> one.id().equals(id))
                    .map(AskedHook::state)
                    .filter(state -> state == AskedHook.State.SUCCEEDED || state == AskedHook.State.FAILED)
                    .isPresent();
            world.referee.must(
                    answered || cancelled.contains(id),
                    () -> "hook " + id + " was left requested: "
                            + world.kept(id.restore()).hooks());
        }
    }

    /** Those that were asked for, each once. */
    List<HookId> asked() {
        return requests.stream().map(HookRequest::id).distinct().toList();
    }

    /** Until when the last one asked may answer. */
    Instant deadline() {
        return requests.get(requests.size() - 1).deadline();
    }
}
