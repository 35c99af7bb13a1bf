package io.aurorarestore.simulation;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;

/**
 * The ports as a process reaches them. Every call is sent, takes effect and is answered at times of their own, so that
 * whatever else goes on may come in between; some calls fare worse ({@link CallFate}).
 */
final class SimulatedNetwork {

    /** The SDK clients' own limit. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final Duration SLOW = Duration.ofSeconds(9);
    private static final Duration QUICK = Duration.ofMillis(400);
    /** Longer than any invocation has left, sometimes. */
    private static final Duration FROZEN = Duration.ofSeconds(90);
    /** Before anybody else may act: see {@code Invocation.lease()}. */
    private static final Duration AFTER_THE_END = Duration.ofSeconds(4);

    private final SimulatedWorld world;
    private final SimulatedExecution process;
    private final Acting acting;

    SimulatedNetwork(SimulatedWorld world, SimulatedExecution process, Acting acting) {
        this.world = world;
        this.process = process;
        this.acting = acting;
    }

    <T> T to(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> Uni.createFrom()
                        .context(work -> Uni.createFrom()
                                .emitter(answer -> new Call(port, real, method, arguments, work, answer).send()))));
    }

    private final class Call {
        private final Class<?> port;
        private final Object real;
        private final Method method;
        private final Object[] arguments;
        /** Of what it is part of. */
        private final Context work;

        private final UniEmitter<? super Object> answer;
        private final boolean acts;

        Call(
                Class<?> port,
                Object real,
                Method method,
                Object[] arguments,
                Context work,
                UniEmitter<? super Object> answer) {
            this.work = work;
            this.port = port;
            this.real = real;
            this.method = method;
            this.arguments = arguments;
            this.answer = answer;
            this.acts = port == AuroraControl.class;
        }

        void send() {
            if (!process.alive()) {
                return;
            }
            if (world.calm) {
                world.calls.called(
                        world.time.now(), acting.restore(), acting.because(), port, method.getName(), arguments);
            }
            CallFate fate = CallFate.draw(port, world.shape.calls(), world.trouble);
            switch (fate) {
                case ANSWERED -> land(quick(), true);
                case NEVER_SENT -> die(fate);
                case NEVER_HEARD -> {
                    land(untilTheLeaseEnds(), false);
                    die(fate);
                }
                case FROZEN -> {
                    process.freeze(world.chance.upTo(FROZEN));
                    note("", fate);
                    land(world.chance.of(0.5) ? quick() : untilTheLeaseEnds(), true);
                }
                case REFUSED -> fail(quick(), failure(CallFailedException.Kind.RETRY), fate);
                case UNANSWERED -> {
                    land(world.chance.upTo(LIMIT.multipliedBy(2)), false);
                    fail(LIMIT, failure(CallFailedException.Kind.UNANSWERED), fate);
                }
                case DENIED -> fail(quick(), failure(CallFailedException.Kind.FATAL), fate);
                default -> throw new IllegalStateException("no fate " + fate);
            }
        }

        private void die(CallFate fate) {
            note("", fate);
            process.end();
        }

        private void fail(Duration after, RuntimeException why, CallFate fate) {
            note("", fate);
            process.after(after, () -> {
                done();
                answer.fail(why);
            });
        }

        private void land(Duration delay, boolean answered) {
            if (acts) {
                world.acts.begins(acting, process);
            }
            if (world.calm) {
                take(answered);
            } else {
                world.time.after(delay, () -> take(answered));
            }
        }

        private void take(boolean answered) {
            if (!world.referee.stops()) {
                invoke().subscribe().with(work, item -> landed(item, answered), failure -> failed(failure, answered));
            }
        }

        @SuppressWarnings("unchecked")
        private Uni<Object> invoke() {
            try {
                return (Uni<Object>) method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                return Uni.createFrom().failure(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("a port is public", e);
            }
        }

        private void landed(Object item, boolean answered) {
            world.changed(port);
            note("-> ", item);
            if (answered) {
                answer(() -> answer.complete(item));
            }
        }

        private void failed(Throwable failure, boolean answered) {
            note("-> ", failure);
            if (answered) {
                answer(() -> answer.fail(failure));
            }
        }

        private void answer(Runnable heard) {
            if (world.calm) {
                done();
                heard.run();
            } else {
                process.after(quick(), () -> {
                    done();
                    heard.run();
                });
            }
        }

        private void done() {
            if (acts) {
                world.acts.ends(acting);
            }
        }

        /** Mostly at once; sometimes so slow that much happens meanwhile. */
        private Duration quick() {
            return world.chance.upTo(world.trouble.isOver() || world.chance.of(0.9) ? QUICK : SLOW);
        }

        private Duration untilTheLeaseEnds() {
            Instant last = process.ends().plus(AFTER_THE_END);
            return world.chance.upTo(Duration.between(world.time.now(), last));
        }

        private RuntimeException failure(CallFailedException.Kind kind) {
            return new CallFailedException(kind, FailureCode.AWS_REFUSED, "a fault that is " + kind);
        }

        private void note(String outcome, Object what) {
            String who = process + " " + acting;
            world.note(() -> who + " " + method.getName() + CallText.of(arguments) + " " + outcome + CallText.of(what));
        }
    }
}
