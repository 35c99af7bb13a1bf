package io.aurorarestore.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The tools that documented commands may count on, in a folder that goes before all others on the {@code PATH}. */
public final class CommandLineTools {

    /** Where nobody listens: whoever is not on this machine is not reached. */
    static final String NO_WAY_OUT = "http://127.0.0.1:9";

    private final Path folder;
    private final AwsCli aws;

    private CommandLineTools(Path folder, AwsCli aws) {
        this.folder = folder;
        this.aws = aws;
    }

    public static CommandLineTools in(Path folder, AwsCli aws) throws IOException {
        CommandLineTools tools = new CommandLineTools(Files.createDirectories(folder), aws);
        tools.curl();
        if (aws == AwsCli.OLD) {
            tools.oldCli();
        }
        return tools;
    }

    boolean canRun(CodeBlock block) {
        return aws != AwsCli.ABSENT || !block.needsAws();
    }

    /** Skips a test where there is no AWS CLI. */
    public void assumeAws(Object what) {
        Assumptions.assumeTrue(aws != AwsCli.ABSENT, what + ": no aws on PATH");
    }

    /** Only the tools' own, and nothing by which a command could reach a real account. */
    public void into(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_CONFIG_FILE", folder.resolve("no-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_PAGER", "");
        Stream.of("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
                .forEach(name -> environment.put(name, NO_WAY_OUT));
        Stream.of("no_proxy", "NO_PROXY").forEach(name -> environment.put(name, "localhost,127.0.0.1"));
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

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }
}
