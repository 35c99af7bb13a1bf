package io.aurorarestore.local.lambda;

import java.io.File;
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
final class ManagedRuntime {

    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> ITS_JARS = List.of(
            "aws-lambda-java-runtime-interface-client", "aws-lambda-java-core", "aws-lambda-java-serialization");
    private static final int OPEN_MODULES_SINCE = 24;

    private ManagedRuntime() {}

    static List<String> command(Path task, String handler) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        if (Runtime.version().feature() >= OPEN_MODULES_SINCE) {
            command.addAll(List.of(
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(List.of("-cp", classPath(task), MAIN, handler));
        return command;
    }

    private static String classPath(Path task) {
        Stream<String> runtime = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> ITS_JARS.stream().anyMatch(jar::contains));
        return Stream.concat(runtime, Stream.of(task.toString(), task + "/*", task + "/lib/*"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
