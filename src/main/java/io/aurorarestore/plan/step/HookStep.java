package io.aurorarestore.plan.step;

import io.aurorarestore.command.RequestHook;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.HookRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Hook;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks for a hook of the profile and waits for its answer, before the step that it stands before begins. It is asked for
 * again while nothing at all was heard of it: an event can be lost on its way to whoever works for it.
 */
public final class HookStep implements Step {

    private static final Duration SILENCE = Duration.ofMinutes(15);

    /** Its answer wakes the restore, and what wakes a restore can be lost. */
    private static final Duration LOOK = Duration.ofMinutes(5);

    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Hook hook;

    public HookStep(Hook hook) {
        this.hook = hook;
    }

    @Override
    public StepName name() {
        return hook.before();
    }

    @Override
    public Duration deadline() {
        return hook.deadline();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        Optional<AskedHook> asked = restore.hooks().of(hook.name());
        if (asked.filter(one -> one.state() == AskedHook.State.SUCCEEDED).isPresent()) {
            return Decision.done(
                    "hook " + hook.name() + " succeeded: " + asked.get().said("it says no more"));
        }
        Optional<AskedHook> now = asked.filter(one -> one.id().equals(restore.idOf(hook)));
        if (now.filter(one -> one.state() == AskedHook.State.FAILED).isPresent()) {
            return failed("failed: " + now.get().said("It did not say why."));
        }
        Instant deadline = restore.progress().since().plus(hook.deadline());
        if (!seen.now().isBefore(deadline)) {
            return failed("has not answered within " + hook.deadline() + ".");
        }
        if (now.isEmpty() && asked.filter(AskedHook::unanswered).isPresent()) {
            return Decision.await("hook " + hook.name() + " to be told that it was asked in vain", Pace.SOON);
        }
        return askOrWait(restore, now, seen.now(), deadline);
    }

    private Decision failed(String how) {
        return Decision.fail(FailureCode.HOOK_FAILED, "Hook " + hook.name() + " " + how);
    }

    private Decision askOrWait(Restore restore, Optional<AskedHook> asked, Instant now, Instant deadline) {
        Optional<Instant> again = restore.progress()
                .actedAt(RequestHook.KEY)
                .map(at -> at.plus(SILENCE))
                .filter(at -> asked.flatMap(AskedHook::heardAt).isEmpty());
        boolean sent = restore.progress().actedAt(RequestHook.KEY).isPresent();
        if (!sent || again.filter(at -> !now.isBefore(at)).isPresent()) {
            return Decision.act(new RequestHook(HookRequest.of(restore, hook), now));
        }
        return Decision.await(
                "hook " + hook.name() + percent(asked), until(earlier(again.orElse(deadline), deadline), now));
    }

    private static String percent(Optional<AskedHook> asked) {
        return asked.flatMap(AskedHook::percent)
                .map(percent -> ", " + percent + " % done")
                .orElse("");
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Pace until(Instant next, Instant now) {
        Duration pause = Duration.between(now, next);
        Duration atMost = pause.compareTo(LOOK) < 0 ? pause : LOOK;
        return Pace.every(atMost.compareTo(LEAST) < 0 ? LEAST : atMost);
    }
}
