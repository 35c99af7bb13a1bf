package io.aurorarestore.packaging;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that a native executable keeps open to reflection because we say so. */
final class Registered {

    private Registered() {}

    static Set<String> in(JavaClasses classes) {
        return classes.stream()
                .filter(one -> one.isAnnotatedWith(RegisterForReflection.class))
                .flatMap(Registered::by)
                .collect(Collectors.toSet());
    }

    /** An annotation without targets means the class that carries it. */
    private static Stream<String> by(JavaClass annotated) {
        RegisterForReflection said = annotated.getAnnotationOfType(RegisterForReflection.class);
        boolean itself = said.targets().length + said.classNames().length == 0;
        return itself
                ? Stream.of(annotated.getName())
                : Stream.concat(Stream.of(said.targets()).map(Class::getName), Stream.of(said.classNames()));
    }
}
