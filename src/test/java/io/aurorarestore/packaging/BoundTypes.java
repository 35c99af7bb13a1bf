package io.aurorarestore.packaging;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Our types that Jackson meets when it reads or writes one of them: the types of its components, and so on. */
final class BoundTypes {

    private final Set<String> names = new TreeSet<>();

    static Set<String> of(Class<?>... roots) {
        BoundTypes bound = new BoundTypes();
        Stream.of(roots).forEach(bound::add);
        return bound.names;
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(this::add);
        } else if (type instanceof Class<?> one && one.getName().startsWith("io.aurorarestore.")) {
            addOurs(one);
        }
    }

    private void addOurs(Class<?> one) {
        if (!names.add(one.getName())) {
            return;
        }
        if (one.isRecord()) {
            Stream.of(one.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::add);
        }
        if (one.isSealed()) {
            Stream.of(one.getPermittedSubclasses()).forEach(this::add);
        }
    }
}
