package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A role of the profile may be in the source already, with what people have done to it there. */
class ExistingRolesTest {

    private static final String GROUPS =
            "SELECT roleid::regrole FROM pg_auth_members WHERE member = 'veteran'::regrole ORDER BY 1";

    private RestoredOrders orders;

    @BeforeEach
    void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @Test
    void a_role_that_had_expired_or_had_no_connection_left_logs_in() throws SQLException {
        asMaster("CREATE ROLE veteran LOGIN VALID UNTIL '2020-01-01' CONNECTION LIMIT 0");

        configure(Grant.READ_WRITE);

        orders.login("veteran", "new").close();
    }

    @Test
    void a_role_that_is_to_read_only_leaves_the_groups_that_may_write() throws SQLException {
        asMaster(
                "CREATE ROLE writers",
                "GRANT INSERT ON orders TO writers",
                "CREATE ROLE tower",
                "GRANT writers TO tower",
                "CREATE ROLE readers",
                "GRANT SELECT ON orders TO readers",
                "CREATE ROLE veteran LOGIN",
                "GRANT writers, tower, readers TO veteran");

        configure(Grant.READ_ONLY);

        assertThat(groups()).containsExactly("readers");
        try (Connection veteran = orders.login("veteran", "new")) {
            assertThatThrownBy(() -> run(veteran, "SET ROLE writers")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_role_that_is_to_write_stays_in_its_groups() throws SQLException {
        asMaster(
                "CREATE ROLE writers",
                "GRANT INSERT ON orders TO writers",
                "CREATE ROLE veteran LOGIN",
                "GRANT writers TO veteran");

        configure(Grant.READ_WRITE);

        assertThat(groups()).containsExactly("writers");
    }

    @Test
    void no_role_stays_where_rds_takes_no_password() throws Exception {
        asAdmin("CREATE ROLE rds_iam", "GRANT rds_iam TO postgres WITH ADMIN OPTION");
        asMaster("CREATE ROLE veteran LOGIN", "GRANT rds_iam TO veteran");

        configure(Grant.custom(List.of("GRANT SELECT ON orders TO {user}")));

        assertThat(groups()).isEmpty();
    }

    @Test
    void a_membership_that_the_master_cannot_take_is_told_with_what_it_lacks() throws Exception {
        asMaster("CREATE ROLE veteran LOGIN");
        asAdmin("GRANT rds_superuser TO veteran");

        CallFailedException failed = failure(orders.database()
                .configure(Restoring.of(orders)
                        .with("veteran", "new", Grant.READ_WRITE)
                        .restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed)
                .hasMessage("Role veteran is a member of rds_superuser, which contradicts its grant, and the membership"
                        + " cannot be taken: insufficient_privilege (42501). The master user needs the ADMIN OPTION on"
                        + " rds_superuser");
    }

    private void configure(Grant grant) {
        await(orders.database()
                .configure(Restoring.of(orders).with("veteran", "new", grant).restore()));
    }

    private List<String> groups() throws SQLException {
        try (Connection master = orders.master()) {
            return column(master, GROUPS);
        }
    }

    private void asMaster(String... statements) throws SQLException {
        try (Connection master = orders.master()) {
            run(master, statements);
        }
    }

    private void asAdmin(String... statements) throws Exception {
        try (Connection admin = orders.admin()) {
            run(admin, statements);
        }
    }
}
