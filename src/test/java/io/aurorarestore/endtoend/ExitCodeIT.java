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
                LocalProgram.startAgain(work, "-Dlocal.exit=true", "-Dlocal.events=none", "-Dlocal.speed=400")) {
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
        try (LocalProgram program = LocalProgram.startAgain(work, "-Dlocal.exit=true", "-Dlocal.request=" + request)) {
            program.line("target is no cluster name");

            assertThat(program.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void a_port_that_is_taken_is_named_together_with_the_option_that_changes_it() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                LocalProgram program = LocalProgram.start(work, "-Dlocal.port=" + taken.getLocalPort())) {
            program.line(taken.getLocalPort() + ".*-Dlocal.port");

            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.output()).doesNotContain("\tat ", "{", "Stopp");
        }
    }

    @Test
    void a_place_that_cannot_be_written_is_named_in_one_sentence() throws Exception {
        Path file = Files.writeString(work.resolve("no-folder"), "");
        try (LocalProgram program = LocalProgram.start(file)) {
            program.line("cannot start: .*no-folder.*");

            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.output()).doesNotContain("\tat ", "{", "Stopp");
        }
    }

    @Test
    void a_function_that_cannot_start_ends_it_at_once_and_is_told_once_with_its_log() throws Exception {
        Path bootstrap = Files.writeString(work.resolve("broken"), "#!/bin/sh\nexit 3\n");
        try (LocalProgram program =
                LocalProgram.startAgain(work, "-Dlocal.exit=true", "-Dlocal.function=" + bootstrap)) {
            program.line("inbox cannot start: it exited with 3. Its log is .*/logs/aurora-restore-inbox.log");

            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.output())
                    .containsOnlyOnce("aurora-restore-inbox cannot start")
                    .doesNotContain("{");
        }
    }
}
