package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody of production logs in, whoever that may be. */
class KeptRolesTest {

    private static final String WHO_LOGS_IN = "SELECT rolname FROM pg_roles WHERE rolcanlogin ORDER BY 1";

    private RestoredOrders orders;

    @BeforeEach
    void start() throws Exception {
        orders = new RestoredOrders();
        try (Connection master = orders.master()) {
            run(
                    master,
                    "CREATE ROLE orders_batch LOGIN",
                    "CREATE ROLE \"Ada's \"\"own\"\"\" LOGIN PASSWORD 'p'",
                    "CREATE ROLE a_group",
                    "CREATE ROLE app LOGIN");
        }
        try (Connection admin = orders.admin()) {
            run(admin, "CREATE ROLE rds_of_aws LOGIN");
        }
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @Test
    void all_roles_are_locked_but_those_that_are_kept_the_profiles_own_the_master_and_rdss() throws SQLException {
        Restore restore = Restoring.of(orders)
                .with("app", "p1", Grant.READ_ONLY)
                .keeping("orders_*", "nobody")
                .restore();
        try (Connection session = orders.login("Ada's \"own\"", "p")) {
            for (int time = 0; time < 2; time++) {
                assertThat(await(orders.database().configure(restore)).description())
                        .isEqualTo("1 role(s) ready: app (read-only); locked all other roles but orders_*, nobody");
            }
            assertThatThrownBy(() -> run(session, "SELECT pg_sleep(10)")).isInstanceOf(SQLException.class);
        }

        assertThat(whoLogsIn()).containsExactly("app", "orders_batch", "postgres", "rds_of_aws", "rdsadmin");
    }

    @Test
    void without_a_pattern_none_of_the_source_is_kept() throws SQLException {
        assertThat(await(orders.database()
                                .configure(Restoring.of(orders).keeping().restore()))
                        .description())
                .isEqualTo("locked all other roles");

        assertThat(whoLogsIn()).containsExactly("postgres", "rds_of_aws", "rdsadmin");
    }

    @Test
    void a_role_that_the_master_cannot_lock_is_told_with_what_it_lacks() throws Exception {
        try (Connection admin = orders.admin()) {
            run(admin, "CREATE ROLE of_another LOGIN");
        }

        CallFailedException failed = failure(
                orders.database().configure(Restoring.of(orders).keeping().restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed)
                .hasMessageStartingWith("Role of_another cannot be locked: insufficient_privilege (42501). The master"
                        + " user needs CREATEROLE");
    }

    private List<String> whoLogsIn() throws SQLException {
        try (Connection master = orders.master()) {
            return column(master, WHO_LOGS_IN);
        }
    }
}
