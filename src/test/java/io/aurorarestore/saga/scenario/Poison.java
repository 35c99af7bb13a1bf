package io.aurorarestore.saga.scenario;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** Lets the calls of one method of a port end in an error, as long as it is there. */
final class Poison {

    /** What no code expects. */
    static final class Unthought extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Unthought() {
            super("a-staged-password is nothing to be told");
        }
    }

    private String method = "";
    private Supplier<RuntimeException> error = Unthought::new;
    private int left;

    void in(String name) {
        in(name, Unthought::new, Integer.MAX_VALUE);
    }

    void in(String name, Supplier<RuntimeException> with, int times) {
        method = name;
        error = with;
        left = times;
    }

    void cure() {
        left = 0;
    }

    <T> T around(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method) && left-- > 0) {
                        throw error.get();
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
