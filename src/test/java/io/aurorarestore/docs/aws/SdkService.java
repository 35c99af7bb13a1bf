package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.builder.Buildable;

/** A service as its client in the AWS SDK describes it, found by its name in the CLI. */
public final class SdkService {

    private static final Map<String, String> CLIENTS = Map.of(
            "dynamodb", "dynamodb.DynamoDb",
            "events", "eventbridge.EventBridge",
            "lambda", "lambda.Lambda",
            "rds", "rds.Rds",
            "secretsmanager", "secretsmanager.SecretsManager",
            "sns", "sns.Sns",
            "sqs", "sqs.Sqs",
            "stepfunctions", "sfn.Sfn",
            "sts", "sts.Sts");

    private final Class<?> client;

    private SdkService(Class<?> client) {
        this.client = client;
    }

    public static boolean isKnown(String service) {
        return CLIENTS.containsKey(service);
    }

    /** @throws IllegalArgumentException if its client is not on the class path */
    public static SdkService named(String service) {
        String client = CLIENTS.get(service);
        if (client == null) {
            throw new IllegalArgumentException(
                    "the stand-in knows no service " + service + ", but " + new TreeSet<>(CLIENTS.keySet()));
        }
        try {
            return new SdkService(Class.forName("software.amazon.awssdk.services." + client + "Client"));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("no client of " + service + " is on the class path", e);
        }
    }

    /** @param name as the CLI writes it, for instance {@code describe-db-clusters} */
    public Operation operation(String name) {
        return Stream.of(client.getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(name.replace("-", "")))
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .findFirst()
                .map(Operation::new)
                .orElseThrow(() -> new IllegalArgumentException(client.getSimpleName() + " has no " + name));
    }

    /** One operation of a service. */
    public static final class Operation {

        private final Method method;

        private Operation(Method method) {
            this.method = method;
        }

        /**
         * @param options the words after each parameter
         * @throws IllegalArgumentException if the operation has no such parameter, or its value is none
         */
        public SdkRequest request(Map<String, List<String>> options) {
            SdkPojo builder = (SdkPojo) invoke(method(method.getParameterTypes()[0], "builder"), null);
            Parameters.of(builder).set(options);
            return (SdkRequest) ((Buildable) builder).build();
        }

        JsonNode call(SdkRequest request, CommandLine command) {
            Object builder = invoke(method(method.getDeclaringClass(), "builder"), null);
            set((AwsClientBuilder<?, ?>) builder, command);
            ((SdkSyncClientBuilder<?, ?>) builder).httpClient(UrlConnectionHttpClient.create());
            return Pojos.json((SdkPojo) invoke(method, ((Buildable) builder).build(), request));
        }

        private static void set(AwsClientBuilder<?, ?> builder, CommandLine command) {
            command.global("endpoint-url").map(URI::create).ifPresent(builder::endpointOverride);
            command.global("region").map(Region::of).ifPresent(builder::region);
        }

        private static Method method(Class<?> type, String name) {
            try {
                return type.getMethod(name);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Object invoke(Method method, Object on, Object... arguments) {
            try {
                return method.invoke(on, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
