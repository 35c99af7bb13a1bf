package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomGrantTest {

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reporter", "Odd \"one\"; $1 \\ it's"})
    void a_role_may_do_what_its_own_statements_say_and_no_more(String name) throws SQLException {
        Restore restore = custom(
                name,
                "GRANT USAGE ON SCHEMA public TO {user}",
                "GRANT SELECT (id, city) ON customers TO {user};",
                "ALTER ROLE {user} SET search_path = public, pg_temp");

        for (int time = 0; time < 2; time++) {
            assertThat(await(orders.database().configure(restore)).description())
                    .isEqualTo("1 role(s) ready: " + name + " (custom)");
        }

        try (Connection role = orders.login(name, "p")) {
            assertThat(column(role, "SHOW search_path")).containsExactly("public, pg_temp");
            assertThat(column(role, "SELECT count(city) FROM customers")).containsExactly("200");
            for (String other : List.of("SELECT email FROM customers", "SELECT * FROM orders")) {
                assertThatThrownBy(() -> run(role, other)).hasMessageContaining("permission denied");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT SELECT ON orders TO {user}; CREATE TABLE smuggled ()",
                "COMMIT",
                "GRANT SELECT ON nowhere TO {user}",
                "ALTER ROLE {user} CONNECTION LIMIT 'hunter2'",
                "SELECT $1",
                "SELECT 'hunter2'::integer"
            })
    void a_statement_that_cannot_be_run_alone_fails_and_leaves_a_role_without_rights_that_cannot_log_in(
            String statement) throws SQLException {
        CallFailedException failed =
                failure(orders.database().configure(custom("unlucky", "GRANT SELECT ON orders TO {user}", statement)));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.DATABASE_FAILED);
        assertThat(failed)
                .hasMessageContaining("Statement 2 of the custom grant of unlucky failed: ")
                .hasMessageNotContaining("hunter2");
        try (Connection master = orders.master()) {
            assertThat(column(
                            master,
                            "SELECT rolcanlogin || ' ' || has_table_privilege(oid, 'orders', 'SELECT') FROM pg_roles"
                                    + " WHERE rolname = 'unlucky'"
                                    + " UNION SELECT relname FROM pg_class WHERE relname = 'smuggled'"))
                    .containsExactly("false false");
        }
    }

    @Test
    void a_statement_that_says_nothing_does_nothing() {
        assertThat(await(orders.database().configure(custom("quiet", "", " -- nothing")))
                        .description())
                .isEqualTo("1 role(s) ready: quiet (custom)");
    }

    private static Restore custom(String name, String... statements) {
        return Restoring.of(orders)
                .with(name, "p", Grant.custom(List.of(statements)))
                .restore();
    }
}
