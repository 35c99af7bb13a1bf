package io.aurorarestore.adapter;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.aurorarestore.OurClasses;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What may go wrong with the calls that our adapters make, as the SDK's model has it. */
public final class ModelledErrors {

    private static final Set<String> NO_OPERATIONS = Set.of("builder", "close", "create", "serviceName");

    private static final JavaClasses OURS = OurClasses.ALL.that(resideInAPackage("io.aurorarestore.adapter.."));

    private ModelledErrors() {}

    /** The SDK's clients that are called, by their names. */
    public static Set<String> clients() {
        return accesses()
                .map(one -> one.getTargetOwner().getName())
                .filter(name -> name.startsWith("software.amazon.awssdk.services."))
                .filter(name -> name.endsWith("Client"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The codes with which the operations that are called may fail, by operation. */
    public static Map<String, Set<String>> of(Class<?> asyncClient) {
        Function<Class<?>, String> codes = new WireCodes(asyncClient)::of;
        return operations(asyncClient)
                .collect(Collectors.toMap(
                        Function.identity(),
                        operation -> errors(asyncClient, operation)
                                .map(codes)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, same) -> one,
                        TreeMap::new));
    }

    private static Stream<String> operations(Class<?> asyncClient) {
        return accesses()
                .filter(one -> one.getTargetOwner().getName().equals(asyncClient.getName()))
                .map(one -> one.getTarget().getName())
                .filter(name -> !NO_OPERATIONS.contains(name))
                .distinct();
    }

    private static Stream<JavaAccess<?>> accesses() {
        return OURS.stream().map(JavaClass::getAccessesFromSelf).flatMap(Set::stream);
    }

    /** Only the client that waits declares what it throws. */
    private static Stream<Class<?>> errors(Class<?> asyncClient, String operation) {
        return Arrays.stream(waiting(asyncClient).getMethods())
                .filter(method -> method.getName().equals(operation))
                .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
                .filter(ModelledErrors::isOfTheModel)
                .distinct();
    }

    private static Class<?> waiting(Class<?> asyncClient) {
        try {
            return Class.forName(asyncClient.getName().replace("AsyncClient", "Client"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOfTheModel(Class<?> type) {
        return AwsServiceException.class.isAssignableFrom(type)
                && type != AwsServiceException.class
                && type.getSuperclass() != AwsServiceException.class;
    }
}
