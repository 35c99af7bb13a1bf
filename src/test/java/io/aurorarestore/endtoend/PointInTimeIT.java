package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster brought back to a time, and cloned, by the packaged function with real data, as the documented commands do. */
class PointInTimeIT {

    @TempDir
    private static Path work;

    @Test
    void the_order_from_before_the_time_is_there_and_the_one_from_after_is_not() throws Exception {
        try (LocalProgram program = LocalProgram.startAgain(
                work, "-Dlocal.exit=true", "-Dlocal.request=events/restore-request-point-in-time.json")) {
            program.line("status +SUCCEEDED");
            program.line("the order written before \\S+ is in orders-staging");
            program.line("the order written after \\S+ is not in orders-staging");
            program.line("was restored from cluster orders-staging as of \\S+");

            assertThat(program.exitCode()).isZero();
        }
    }

    @Test
    void a_clone_serves_what_the_cluster_does() throws Exception {
        try (LocalProgram program =
                LocalProgram.startAgain(work, "-Dlocal.request=events/restore-request-clone.json")) {
            UserAccount account = program.account();
            program.line("status +SUCCEEDED");

            assertThat(account.ask("orders-clone", "orders_app", "app-example-password", "select count(*) from orders"))
                    .isEqualTo("400");
            assertThat(account.ask(
                            "orders-clone",
                            "postgres",
                            password(account),
                            "select source_snapshot is null and source_cluster like '%:orders-staging' and data_of is"
                                    + " not null from aurora_restore.provenance"))
                    .isEqualTo("t");
        }
    }

    private static String password(UserAccount account) throws IOException {
        String secret = account.secret("aurora-restore/orders-clone/master");
        return new JsonMapper().readTree(secret).path("password").asText();
    }
}
