package io.aurorarestore.adapter;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.protocols.core.ExceptionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The codes of errors as they stand in a service's answers. The SDK knows them, but not in public. */
final class WireCodes {

    private final Class<?> implementation;
    private final Map<Class<?>, String> listed = new HashMap<>();

    WireCodes(Class<?> asyncClient) {
        try (SdkAutoCloseable client = client(asyncClient)) {
            implementation = client.getClass();
            listed(client).forEach(one -> listed.put(error(one), one.errorCode()));
        }
    }

    String of(Class<?> error) {
        return Optional.ofNullable(listed.get(error))
                .or(() -> asked(error))
                .orElseThrow(() -> new AssertionError("the code of " + error + " is not known"));
    }

    private static SdkAutoCloseable client(Class<?> asyncClient) {
        try {
            AwsClientBuilder<?, ?> builder =
                    (AwsClientBuilder<?, ?>) asyncClient.getMethod("builder").invoke(null);
            return (SdkAutoCloseable) builder.region(Region.US_EAST_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .build();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The Query protocol's clients have a list. */
    @SuppressWarnings("unchecked")
    private static List<ExceptionMetadata> listed(Object client) {
        try {
            Object factory = value(client.getClass().getDeclaredField("protocolFactory"), client);
            return (List<ExceptionMetadata>) value(factory.getClass().getDeclaredField("modeledExceptions"), factory);
        } catch (NoSuchFieldException none) {
            return List.of();
        }
    }

    private static Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JSON protocols' clients have a function for each operation, from code to error. */
    private Optional<String> asked(Class<?> error) {
        String name = error.getSimpleName();
        return Stream.of(name, name.replaceAll("Exception$", ""))
                .filter(code -> Arrays.stream(implementation.getDeclaredMethods())
                        .filter(WireCodes::isFromCode)
                        .anyMatch(method -> error.equals(answer(method, code))))
                .findFirst();
    }

    private static boolean isFromCode(Method method) {
        return method.isSynthetic()
                && method.getReturnType() == Optional.class
                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class});
    }

    private static Class<?> answer(Method method, String code) {
        try {
            method.setAccessible(true);
            Optional<?> found = (Optional<?>) method.invoke(null, code);
            return found.map(one -> error((ExceptionMetadata) one)).orElse(null);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> error(ExceptionMetadata metadata) {
        return metadata.exceptionBuilderSupplier().get().getClass().getEnclosingClass();
    }
}
