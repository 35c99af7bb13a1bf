package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.docs.AwsCli;
import io.aurorarestore.docs.CommandLineTools;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code deploy/sandbox.sh} with the AWS CLI, against the local AWS, and skipped where there is no AWS CLI. What the local
 * AWS has not, is left out: CloudFormation, EC2, and a role that anybody but a function may assume.
 */
@ExtendWith(SharedAws.Resolver.class)
class SandboxCheckIT {

    private static final String ACCOUNT = "123456789012";

    @TempDir
    private static Path work;

    private static CommandLineTools tools;
    private static UserAccount account;

    @BeforeAll
    static void serve(SharedAws shared) throws Exception {
        tools = CommandLineTools.in(work.resolve("bin"), AwsCli.found());
        tools.assumeAws("the sandbox check");
        account = shared.account();
    }

    private SandboxClusters clusters;

    @BeforeEach
    void create() {
        clusters = new SandboxClusters(account);
        if (clusters.left().isEmpty()) {
            clusters.create();
        }
    }

    @Test
    void every_check_has_an_answer_in_the_report_and_nothing_is_left() throws Exception {
        Process check = started(ACCOUNT, "2,3,4,5,6,7,8,9,10,11");
        String said = all(check);

        assertThat(exit(check)).as(said).isZero();
        assertThat(Files.readString(report()))
                .containsPattern("\\[2] rename of an allowed cluster: permitted")
                .containsPattern("\\[2] rename back, right after it: permitted")
                .containsPattern("\\[3] tag right after a rename: permitted")
                .containsPattern("\\[4] copy of an encrypted snapshot from the other region: permitted")
                .containsPattern("\\[4] copy ar-sandbox-check-copy: available after \\d+ s")
                .containsPattern("\\[5] instance in a cluster that carries the tag: exit code 0: .*ar-sandbox-check-1")
                .containsPattern(
                        "\\[5] instance in a cluster that does not, which should be denied: exit code [1-9]\\d*: .*AccessDenied")
                .containsPattern("\\[6] copy aurora-sandbox-away-4: available")
                .containsPattern("\\[6] the longest that a copy was seen at 0 %: \\d+ s")
                .containsPattern("\\[7] a time equal to the latest, 2026-.*: exit code 0: .*ar-sandbox-check-time")
                .containsPattern("\\[8] the cluster that is cloned: encrypted False, key None")
                .containsPattern(
                        "\\[8] a key for a clone of a cluster without one: exit code [1-9]\\d*: .*can not be used")
                .containsPattern("\\[9] a source by its resource id: exit code 0: .*ar-sandbox-check-id")
                .containsPattern("\\[10] instance aurora-sandbox-target-1 gets the name .*-renamed-1, .*: permitted")
                .containsPattern("\\[10] instance aurora-sandbox-renamed-1 gets the name .*-target-1, .*: permitted")
                .containsPattern(
                        "\\[11] instance with Enhanced Monitoring, in the partition aws: exit code 0: .*check-3")
                .contains("removed: all that the check has made")
                .doesNotContain(ACCOUNT, "could not be finished");
        assertThat(clusters.left()).isEmpty();
    }

    @Test
    void what_is_interrupted_is_removed_too() throws Exception {
        Process check = started(ACCOUNT, "3,4");
        BufferedReader output = check.inputReader();
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = output.readLine();
            assertThat(line).as("the next line after %s", lines).isNotNull();
            lines.add(line);
        } while (!line.startsWith("[3]"));
        check.toHandle().destroy();
        output.lines().forEach(lines::add);

        assertThat(exit(check)).as(String.join("\n", lines)).isEqualTo(130);
        assertThat(lines).noneMatch(later -> later.startsWith("[4]"));
        assertThat(clusters.left()).isEmpty();
    }

    @Test
    void nothing_happens_in_another_account_than_the_one_that_is_named() throws Exception {
        List<String> before = clusters.left();
        Process check = started("999999999999", "2");
        String said = all(check);

        assertThat(exit(check)).isEqualTo(1);
        assertThat(said).contains("another account than 999999999999");
        assertThat(clusters.left()).isEqualTo(before);
    }

    private static Process started(String account, String checks) throws IOException {
        ProcessBuilder script = new ProcessBuilder(
                        "bash",
                        "deploy/sandbox.sh",
                        "run",
                        "--account",
                        account,
                        "--region",
                        UserAccount.HOME,
                        "--other-region",
                        SandboxClusters.OTHER_REGION,
                        "--checks",
                        checks,
                        "--no-stacks",
                        "--role-profile",
                        "inbox",
                        "--pace",
                        "0",
                        "--report",
                        report().toString())
                .redirectErrorStream(true);
        into(script.environment());
        return script.start();
    }

    /** As a user of the account, with a profile whose keys are those that the local AWS gives to the function. */
    private static void into(Map<String, String> environment) throws IOException {
        tools.into(environment);
        Path config = Files.writeString(
                work.resolve("config"),
                "[profile inbox]\naws_access_key_id = AKIAAURORARESTOREINBOX\naws_secret_access_key = secret\n");
        environment.put("AWS_CONFIG_FILE", config.toString());
        environment.put("AWS_ENDPOINT_URL", account.endpoint());
        environment.put("AWS_REGION", UserAccount.HOME);
        environment.put("AWS_ACCESS_KEY_ID", "user");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
    }

    private static Path report() {
        return work.resolve("report.txt");
    }

    private static String all(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int exit(Process process) throws InterruptedException {
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
