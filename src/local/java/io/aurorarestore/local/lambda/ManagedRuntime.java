package io.aurorarestore.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lambda's managed Java runtime: AWS's own runtime interface client in a JVM, with the function behind it on the class
 * path.
 *
 * @see <a href="https://github.com/aws/aws-lambda-java-libs">aws-lambda-java-runtime-interface-client</a>
 */
public final class ManagedRuntime {

    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> ITS_JARS = List.of(
            "aws-lambda-java-runtime-interface-client", "aws-lambda-java-core", "aws-lambda-java-serialization");
    private static final int OPEN_MODULES_SINCE = 24;

    private static final String NATIVE_CLIENT = "libaws-lambda-jni.so";
    private static final String WHERE_IT_IS =
            "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";

    private ManagedRuntime() {}

    /** Lays the native part of the client beside the task: by itself it writes to one place for all users. */
    public static void install(Path task) throws IOException {
        String system = Files.exists(Path.of("/lib/ld-musl-" + machine("x86_64", "aarch64") + ".so.1"))
                ? "linux_musl"
                : "linux";
        String library = "/jni/libaws-lambda-jni." + system + "-" + machine("x86_64", "aarch_64") + ".so";
        try (InputStream in = ManagedRuntime.class.getResourceAsStream(library)) {
            Files.copy(in, task.resolve(NATIVE_CLIENT));
        }
    }

    private static String machine(String intel, String arm) {
        return "aarch64".equals(System.getProperty("os.arch")) ? arm : intel;
    }

    static List<String> command(Path task, List<String> options, String handler) {
        return command(task, options, Stream.of(task.toString(), task + "/*", task + "/lib/*"), handler);
    }

    /** @param function what is on the class path behind the client */
    public static List<String> command(Path task, List<String> options, Stream<String> function, String handler) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.add(WHERE_IT_IS + task.resolve(NATIVE_CLIENT));
        if (Runtime.version().feature() >= OPEN_MODULES_SINCE) {
            command.addAll(List.of(
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(List.of("-cp", classPath(function), MAIN, handler));
        return command;
    }

    private static String classPath(Stream<String> function) {
        Stream<String> runtime = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> ITS_JARS.stream().anyMatch(jar::contains));
        return Stream.concat(runtime, function).collect(Collectors.joining(File.pathSeparator));
    }
}
