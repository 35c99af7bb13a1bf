package io.aurorarestore.simulation;

import io.aurorarestore.port.Ports;
import io.aurorarestore.port.WakeUps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Lets the calls of one method of a port end in an error, as long as it is there. Wake-ups are always sent. */
public final class Poison implements EngineFlaw {

    /** What no code expects. */
    public static final class Unthought extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        public Unthought() {
            super("a-staged-password is nothing to be told");
        }
    }

    private static final class Dose {
        private final String method;
        private final Predicate<Object> about;
        private final Supplier<? extends RuntimeException> error;
        private int left;

        Dose(String method, Predicate<Object> about, Supplier<? extends RuntimeException> error, int times) {
            this.method = method;
            this.about = about;
            this.error = error;
            this.left = times;
        }

        void taken(Object argument) {
            if (about.test(argument) && left-- > 0) {
                throw error.get();
            }
        }
    }

    private final List<Dose> doses = new ArrayList<>();
    private boolean used;

    public void in(String method) {
        in(method, Unthought::new, Integer.MAX_VALUE);
    }

    public void in(String method, Supplier<? extends RuntimeException> with, int times) {
        in(method, any -> true, with, times);
    }

    /** @param about the method's first argument */
    void in(String method, Predicate<Object> about, Supplier<? extends RuntimeException> with, int times) {
        used = true;
        doses.add(new Dose(method, about, with, times));
    }

    public void cure() {
        doses.clear();
    }

    /** It never was anywhere: what breaks a rule is the engine's fault. */
    boolean isUnused() {
        return !used;
    }

    @Override
    public boolean bendsReads() {
        return doses.stream().anyMatch(dose -> Set.of("load", "of").contains(dose.method));
    }

    @Override
    public Ports in(Ports ports, Context context) {
        Ports poisoned = ports;
        for (Dose dose : doses) {
            poisoned = PortOverride.each(
                    poisoned, (port, real) -> has(port, dose.method) ? dosed(dose, port, real) : real);
        }
        return poisoned;
    }

    private static boolean has(Class<?> port, String method) {
        return port != WakeUps.class
                && Arrays.stream(port.getMethods())
                        .anyMatch(one -> one.getName().equals(method));
    }

    private static Object dosed(Dose dose, Class<?> port, Object real) {
        return PortOverride.around(port, real, (method, arguments, really) -> {
            if (method.equals(dose.method)) {
                dose.taken(arguments[0]);
            }
            return really.apply(arguments);
        });
    }
}
