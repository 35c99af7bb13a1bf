package io.aurorarestore.simulation;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Ports of which one method does something else; whatever ports there are. */
final class PortOverride {

    /** What is done instead; {@code really} does what should be done. */
    @FunctionalInterface
    interface Otherwise {
        Uni<?> call(Object[] arguments, Function<Object[], Uni<?>> really);
    }

    private PortOverride() {}

    /** The same for any method. */
    @FunctionalInterface
    interface Around {
        Uni<?> call(String method, Object[] arguments, Function<Object[], Uni<?>> really);
    }

    static <T> Ports in(Ports ports, Class<T> port, String method, Otherwise otherwise) {
        return each(
                ports,
                (type, real) -> type == port
                        ? around(
                                port,
                                real,
                                (called, arguments, really) -> called.equals(method)
                                        ? otherwise.call(arguments, really)
                                        : really.apply(arguments))
                        : real);
    }

    /** A port of which every call goes through something. */
    static Object around(Class<?> port, Object real, Around calls) {
        return Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, called, arguments) -> calls.call(
                        called.getName(), arguments, other -> (Uni<?>) invoke(() -> called.invoke(real, other))));
    }

    /** Only what the method answers. */
    static <T, A> Ports answers(Ports ports, Class<T> port, String method, Function<A, A> bent) {
        return in(
                ports,
                port,
                method,
                (arguments, really) ->
                        PortOverride.<A>answer(really.apply(arguments)).map(bent));
    }

    @SuppressWarnings("unchecked")
    static <A> Uni<A> answer(Uni<?> answer) {
        return (Uni<A>) answer;
    }

    /** Each port replaced, or not. */
    static Ports each(Ports ports, BiFunction<Class<?>, Object, Object> other) {
        RecordComponent[] components = Ports.class.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(one ->
                        replaced(one.getType(), invoke(() -> one.getAccessor().invoke(ports)), other))
                .toArray();
        return invoke(() -> {
            Constructor<Ports> constructor = Ports.class.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        });
    }

    private static Object replaced(Class<?> type, Object value, BiFunction<Class<?>, Object, Object> other) {
        return type.isInterface() ? other.apply(type, value) : value;
    }

    /** Something called by reflection. */
    private interface Reflection<T> {
        T call() throws InvocationTargetException, ReflectiveOperationException;
    }

    private static <T> T invoke(Reflection<T> call) {
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
