package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodeIT {

    @TempDir
    private Path work;

    @Test
    void a_restore_succeeds_without_a_single_rds_event() throws Exception {
        try (LocalProgram program =
                LocalProgram.start(work, "-Dlocal.exit=true", "-Dlocal.events=none", "-Dlocal.speed=400")) {
            program.line("status +SUCCEEDED");

            assertThat(program.exitCode()).isZero();
            assertThat(program.output()).doesNotContain("RDS-EVENT");
        }
    }

    @Test
    void a_refused_request_is_shown_and_exits_with_1() throws Exception {
        Path request = Files.writeString(
                work.resolve("request.json"),
                "[{\"EventBusName\": \"aurora-restore\", \"Source\": \"aurora-restore.client\","
                        + " \"DetailType\": \"Restore Requested\", \"Detail\": \"{\\\"target\\\": \\\"Not A Name\\\"}\"}]");
        try (LocalProgram program = LocalProgram.start(work, "-Dlocal.exit=true", "-Dlocal.request=" + request)) {
            program.line("target is no cluster name");

            assertThat(program.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void a_port_that_is_taken_is_named_together_with_the_option_that_changes_it() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                LocalProgram program = LocalProgram.start(work, "-Dlocal.port=" + taken.getLocalPort())) {
            program.line(taken.getLocalPort() + ".*-Dlocal.port");

            assertThat(program.exitCode()).isEqualTo(2);
        }
    }
}
