package io.aurorarestore.simulation;

import io.aurorarestore.port.World;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ports of which one method does something else; whatever ports there are. */
final class Bend {

    /** What is done instead; {@code really} does what should be done. */
    @FunctionalInterface
    interface Otherwise {
        Uni<?> call(Object[] arguments, Function<Object[], Uni<?>> really);
    }

    private Bend() {}

    static <T> World in(World ports, Class<T> port, String method, Otherwise otherwise) {
        return replaced(
                ports,
                port,
                real -> port.cast(Proxy.newProxyInstance(
                        port.getClassLoader(), new Class<?>[] {port}, (proxy, called, arguments) -> {
                            Function<Object[], Uni<?>> really =
                                    other -> (Uni<?>) invoke(() -> called.invoke(real, other));
                            return called.getName().equals(method)
                                    ? otherwise.call(arguments, really)
                                    : really.apply(arguments);
                        })));
    }

    /** Only what the method answers. */
    static <T, A> World answers(World ports, Class<T> port, String method, Function<A, A> bent) {
        return in(
                ports,
                port,
                method,
                (arguments, really) -> Bend.<A>answer(really.apply(arguments)).map(bent));
    }

    @SuppressWarnings("unchecked")
    static <A> Uni<A> answer(Uni<?> answer) {
        return (Uni<A>) answer;
    }

    private static <T> World replaced(World ports, Class<T> port, UnaryOperator<T> other) {
        RecordComponent[] components = World.class.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(one -> invoke(() -> one.getAccessor().invoke(ports)))
                .map(value -> port.isInstance(value) ? other.apply(port.cast(value)) : value)
                .toArray();
        return invoke(() -> {
            Constructor<World> constructor = World.class.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        });
    }

    /** Something called by reflection. */
    private interface Reflection<T> {
        T call() throws InvocationTargetException, ReflectiveOperationException;
    }

    private static <T> T invoke(Reflection<T> call) {
        try {
            return call.call();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
