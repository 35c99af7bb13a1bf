package io.aurorarestore.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The tools that documented commands may count on, in a folder that goes before all others on the {@code PATH}. */
public final class CommandLineTools {

    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    private final Path folder;

    private CommandLineTools(Path folder) {
        this.folder = folder;
    }

    public static CommandLineTools in(Path folder, AwsChoice aws) throws IOException {
        CommandLineTools tools = new CommandLineTools(Files.createDirectories(folder));
        tools.curl();
        switch (aws) {
            case CLI -> {}
            case OLD_CLI -> tools.oldCli();
            case STAND_IN -> tools.standIn();
        }
        return tools;
    }

    /** Only the tools' own, and nothing by which a command could reach a real account. */
    public void into(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_CONFIG_FILE", folder.resolve("no-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_PAGER", "");
        environment.put("NO_PROXY", "localhost");
        environment.put("no_proxy", "localhost");
        environment.put("PATH", folder + ":" + environment.get("PATH"));
    }

    /** As the README says it. */
    private void oldCli() throws IOException {
        script("aws", """
                PATH="${PATH#*:}"
                exec aws --endpoint-url "${AWS_ENDPOINT_URL:?is not exported}" --region "${AWS_REGION:?is not exported}" "$@"
                """);
    }

    /**
     * The real one, which fails when the answer is an error, and asks again where the service could not reach AWS in time,
     * as may be on a busy machine.
     */
    private void curl() throws IOException {
        script("curl", """
                PATH="${PATH#*:}"
                for word in "$@"; do
                  case "$word" in -f | -sf | -fs | -fsS | -sSf | -fsSL | --fail | --fail-with-body) exec curl "$@" ;; esac
                done
                answer=$(mktemp)
                trap 'rm -f "$answer"' EXIT
                for try in 1 2 3 4 5; do
                  code=0
                  curl --silent --show-error --fail-with-body "$@" >"$answer" || code=$?
                  grep -q '"status" *: *502' "$answer" && [ "$code" = 22 ] || break
                done
                cat "$answer"
                exit "$code"
                """);
    }

    private void standIn() throws IOException {
        Path arguments = folder.resolve("aws.arguments");
        Files.write(
                arguments,
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        '"' + classPath() + '"',
                        "io.aurorarestore.docs.aws.AwsStandIn"));
        script("aws", "exec '" + JAVA + "' '@" + arguments + "' \"$@\"\n");
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
