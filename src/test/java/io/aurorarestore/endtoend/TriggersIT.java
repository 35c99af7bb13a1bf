package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aurorarestore.restore.Status;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/triggers.md}: each way to start a restore, by the very commands it prints. */
class TriggersIT {

    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final String NIGHTLY =
            "-Dlocal.parameters=NightlyTarget=orders-staging,NightlySource=orders-prod,NightlySourceRegion=us-west-2";

    @TempDir
    Path work;

    @Test
    void each_trigger_starts_its_restore_and_the_workflow_is_told_the_end() throws Exception {
        assumeTrue(onPath("aws") && onPath("curl"), "the AWS CLI or curl is not on the PATH");
        try (LocalProgram program = LocalProgram.start(work, "-Dlocal.request=none", NIGHTLY)) {
            Account account = program.account();

            String said = run(account, commands());

            assertThat(said).contains("RUNNING", "rds:orders-prod-");
            for (String target : new String[] {"orders-staging", "orders-drill", "orders-rehearsal"}) {
                assertThat(succeeded(account, target)).as(target).isTrue();
            }
            assertThat(Account.eventually(() -> task(account, "SUCCEEDED"))).isPositive();
        }
    }

    private static boolean succeeded(Account account, String target) {
        return Account.eventually(() -> account.restores().stream()
                        .filter(restore -> restore.get("target").s().equals(target))
                        .map(restore -> restore.get("status").s())
                        .filter(status -> Status.valueOf(status).terminal())
                        .findFirst()
                        .orElse(null))
                .equals("SUCCEEDED");
    }

    /** The heartbeats of the workflow's task, once it has ended so. */
    private static Integer task(Account account, String status) {
        var task = account.local("/_local/tasks/task-1");
        return task.path("status").asText().equals(status)
                ? task.path("heartbeats").asInt()
                : null;
    }

    private static String commands() throws IOException {
        return COMMANDS.matcher(Files.readString(Path.of("docs/triggers.md")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
    }

    /** In the environment of the README, but at other ports. */
    private String run(Account account, String commands) throws IOException, InterruptedException {
        String here = commands.replace("localhost:4566", account.endpoint().replace("http://", ""))
                .replace("localhost:8080", account.api().replace("http://", ""));
        Path script = Files.writeString(work.resolve("commands.sh"), here);
        ProcessBuilder shell = new ProcessBuilder("bash", "-eux", script.toString()).redirectErrorStream(true);
        shell.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL",
                        account.endpoint(),
                        "AWS_DEFAULT_REGION",
                        Account.HOME,
                        "AWS_ACCESS_KEY_ID",
                        "me",
                        "AWS_SECRET_ACCESS_KEY",
                        "me",
                        "AWS_PAGER",
                        ""));
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
