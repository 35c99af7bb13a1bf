package io.aurorarestore.saga.scenario;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lets the process die before or after one port call, counted from 1; each call has both points. */
final class CrashPoint {

    /** A thousand times what a scenario takes: an engine that goes round in circles must not keep a test for ever. */
    private static final int MOST = 1_000_000;

    private final int fatal;
    private int passed;
    private boolean dead;

    CrashPoint(int fatal) {
        this.fatal = fatal;
    }

    static CrashPoint never() {
        return new CrashPoint(Integer.MAX_VALUE);
    }

    int passed() {
        return passed;
    }

    /** The dead do nothing more; but another process takes over. */
    void takeOver() {
        dead = false;
    }

    /** The same port, mortal. */
    <T> T around(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof Uni ? mortal((Uni<?>) result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private <T> Uni<T> mortal(Uni<T> call) {
        return Uni.createFrom().voidItem().invoke(this::pass).chain(() -> call).invoke(this::pass);
    }

    private void pass() {
        passed++;
        if (passed > MOST) {
            throw new AssertionError("The engine has made " + MOST + " calls and does not end.");
        }
        dead = dead || passed == fatal;
        if (dead) {
            throw new Crash();
        }
    }
}
