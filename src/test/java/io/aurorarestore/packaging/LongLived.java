package io.aurorarestore.packaging;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What lives as long as a process of the function: statics, beans, and all that the fields of these can hold. A static
 * record is a constant: what it could hold, it does not.
 */
final class LongLived {

    private final JavaClasses ours;
    private final Set<JavaClass> seen = new TreeSet<>(Comparator.comparing(JavaClass::getName));

    private LongLived(JavaClasses ours) {
        this.ours = ours;
    }

    static List<JavaField> fields(JavaClasses ours) {
        LongLived longLived = new LongLived(ours);
        longLived
                .statics()
                .flatMap(LongLived::held)
                .filter(one -> !one.isRecord())
                .forEach(longLived::add);
        longLived.beans().forEach(longLived::add);
        return Stream.concat(longLived.statics(), longLived.seen.stream().flatMap(one -> one.getFields().stream()))
                .distinct()
                .toList();
    }

    private Stream<JavaField> statics() {
        return ours.stream()
                .flatMap(one -> one.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC));
    }

    private Stream<JavaClass> beans() {
        Stream<JavaClass> classes = ours.stream()
                .filter(one -> Stream.of(ApplicationScoped.class, Singleton.class, Named.class)
                        .anyMatch(one::isAnnotatedWith));
        Stream<JavaClass> produced = ours.stream()
                .flatMap(one -> one.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Produces.class))
                .map(JavaMethod::getRawReturnType);
        return Stream.concat(classes, produced);
    }

    private void add(JavaClass one) {
        if (!ours.contain(one.getName()) || !seen.add(one)) {
            return;
        }
        one.getFields().stream().flatMap(LongLived::held).forEach(this::add);
        one.getAllSubclasses().forEach(this::add);
    }

    /** The types that a field holds; what a function or a comparator works on, it does not hold. */
    static Stream<JavaClass> held(JavaField field) {
        JavaClass type = field.getRawType();
        boolean function =
                type.isEquivalentTo(Comparator.class) || type.getPackageName().equals("java.util.function");
        return function ? Stream.of(type) : field.getAllInvolvedRawTypes().stream();
    }
}
