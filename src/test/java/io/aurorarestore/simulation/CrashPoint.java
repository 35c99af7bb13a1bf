package io.aurorarestore.simulation;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Lets the process die before or after one port call, counted from 1; each call has both points. */
public final class CrashPoint implements EngineFlaw {

    /** A thousand times what a scenario takes: an engine that goes round in circles must not keep a test for ever. */
    private static final int MOST_OF_ONE_TEST = 1_000_000;

    private final int fatal;
    private final int most;
    private int passed;

    public CrashPoint(int fatal) {
        this(fatal, MOST_OF_ONE_TEST);
    }

    private CrashPoint(int fatal, int most) {
        this.fatal = fatal;
        this.most = most;
    }

    public static CrashPoint never() {
        return new CrashPoint(Integer.MAX_VALUE);
    }

    /** Where there is so much to do. */
    static CrashPoint never(int calls) {
        return new CrashPoint(Integer.MAX_VALUE, calls);
    }

    public int passed() {
        return passed;
    }

    @Override
    public Ports in(Ports ports, Context context) {
        return PortOverride.each(
                ports,
                (port, real) -> PortOverride.around(
                        port,
                        real,
                        (method, arguments, really) -> mortal(
                                Uni.createFrom().deferred(() -> really.apply(arguments)), context.process()::end)));
    }

    /** The same call. The dead neither make it nor hear of it; their message comes to another process. */
    public <T> Uni<T> mortal(Uni<T> call, Runnable death) {
        return Uni.createFrom()
                .deferred(() -> passes(death) ? call : Uni.createFrom().<T>nothing())
                .chain(answer -> passes(death)
                        ? Uni.createFrom().item(answer)
                        : Uni.createFrom().nothing());
    }

    private boolean passes(Runnable death) {
        passed++;
        if (passed > most) {
            throw new AssertionError("The engine has made " + most + " calls and does not end.");
        }
        if (passed == fatal) {
            death.run();
        }
        return passed != fatal;
    }
}
