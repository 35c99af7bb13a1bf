package io.aurorarestore.deploy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.properties.HasName;
import io.aurorarestore.OurClasses;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The IAM actions that a handler can come to call: a walk over the byte code, from its entry through all that its calls
 * may reach, to the operations of the SDK's clients. A call of an interface reaches every class that implements it.
 */
final class CalledActions {

    private static final String OURS = "io.aurorarestore";
    private static final String ENTRY = "handleRequest";
    private static final JavaClasses CODE = OurClasses.ALL;

    private static final Map<String, String> CLIENTS = Map.of(
            "ApplicationAutoScalingAsyncClient", "application-autoscaling",
            "DynamoDbAsyncClient", "dynamodb",
            "EventBridgeAsyncClient", "events",
            "RdsAsyncClient", "rds",
            "SecretsManagerAsyncClient", "secretsmanager",
            "SfnAsyncClient", "states",
            "SnsAsyncClient", "sns",
            "SqsAsyncClient", "sqs");

    /** The actions of a transaction's items, by the method that builds one. */
    private static final Map<String, String> ITEMS = Map.of(
            "put", "PutItem", "update", "UpdateItem", "delete", "DeleteItem", "conditionCheck", "ConditionCheckItem");

    /** IAM knows a batch by what it is a batch of. */
    private static final Map<String, String> BATCHES =
            Map.of("sendMessageBatch", "sendMessage", "publishBatch", "publish");

    private static final Set<String> NO_OPERATIONS = Set.of("builder", "close", "create", "transactWriteItems");

    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();
    private final Set<JavaCodeUnit> reached = new HashSet<>();
    private final Set<String> actions = new TreeSet<>();

    private CalledActions() {}

    /** @param name the handler's, as {@code QUARKUS_LAMBDA_HANDLER} has it */
    static Set<String> of(String name) {
        CalledActions called = new CalledActions();
        handler(name).getMethods().stream()
                .filter(method -> method.getName().equals(ENTRY))
                .forEach(called::reach);
        called.walk();
        return called.actions;
    }

    private static JavaClass handler(String name) {
        return CODE.stream()
                .filter(one -> one.tryGetAnnotationOfType(Named.class)
                        .map(Named::value)
                        .filter(name::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no handler is named " + name));
    }

    private void walk() {
        while (!open.isEmpty()) {
            open.poll().getAccessesFromSelf().stream()
                    .filter(JavaCodeUnitAccess.class::isInstance)
                    .map(access -> (CodeUnitAccessTarget) access.getTarget())
                    .forEach(this::follow);
        }
    }

    private void follow(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        if (owner.getPackageName().startsWith(OURS)) {
            Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                    .flatMap(one -> implementation(one, target).stream())
                    .forEach(this::reach);
        } else if (owner.getPackageName().startsWith("software.amazon.awssdk.services")) {
            action(owner.getName(), target.getName()).ifPresent(actions::add);
        }
    }

    private void reach(JavaCodeUnit unit) {
        if (reached.add(unit)) {
            open.add(unit);
        }
    }

    private static List<JavaCodeUnit> implementation(JavaClass in, CodeUnitAccessTarget target) {
        List<String> parameters = HasName.Utils.namesOf(target.getRawParameterTypes());
        return Stream.concat(in.getAllMethods().stream(), in.getConstructors().stream())
                .map(JavaCodeUnit.class::cast)
                .filter(unit -> unit.getName().equals(target.getName()))
                .filter(unit ->
                        HasName.Utils.namesOf(unit.getRawParameterTypes()).equals(parameters))
                .toList();
    }

    private static Optional<String> action(String owner, String method) {
        String simple = owner.substring(owner.lastIndexOf('.') + 1);
        if (simple.equals("TransactWriteItem$Builder")) {
            return Optional.ofNullable(ITEMS.get(method)).map(item -> "dynamodb:" + item);
        }
        if (!simple.endsWith("Client") || NO_OPERATIONS.contains(method)) {
            return Optional.empty();
        }
        if (!CLIENTS.containsKey(simple)) {
            throw new AssertionError("of which service is " + owner + "?");
        }
        String operation = BATCHES.getOrDefault(method, method);
        return Optional.of(CLIENTS.get(simple) + ":"
                + operation.substring(0, 1).toUpperCase(Locale.ROOT)
                + operation.substring(1));
    }
}
