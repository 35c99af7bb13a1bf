package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows that a policy hides from the master would stay as they are, and no check would see them. */
class RowSecurityTest {

    private static final String MASK = "UPDATE tenants SET email = 'user' || id || '@masked.invalid'";

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
        try (Connection admin = orders.admin()) {
            run(
                    admin,
                    "CREATE ROLE tenant_owner LOGIN",
                    "CREATE TABLE tenants (id int, tenant text, email text)",
                    "INSERT INTO tenants SELECT n, 't' || n % 3, 'person' || n || '@real.example'"
                            + " FROM generate_series(1, 100) n",
                    "ALTER TABLE tenants OWNER TO tenant_owner",
                    "ALTER TABLE tenants ENABLE ROW LEVEL SECURITY",
                    "CREATE POLICY by_tenant ON tenants USING (tenant = current_setting('app.tenant', true))",
                    "GRANT ALL ON tenants TO postgres");
        }
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @Test
    void a_script_that_would_not_see_all_rows_fails() throws Exception {
        CallFailedException failed = failure(orders.database()
                .configure(Restoring.of(orders).script("mask", MASK).restore()));

        assertThat(failed.failure().code()).isEqualTo(FailureCode.DATABASE_FAILED);
        assertThat(failed).hasMessageContaining("Script mask failed").hasMessageContaining("(42501)");
        try (Connection admin = orders.admin()) {
            assertThat(column(admin, "SELECT count(*) FROM tenants WHERE email LIKE '%@real.example'"))
                    .containsExactly("100");
        }
    }

    @Test
    void a_check_that_would_not_see_all_rows_fails() {
        Restore restore =
                Restoring.of(orders).restore("SELECT count(*) = 0 FROM tenants WHERE email LIKE '%@real.example'");
        Restoring.await(orders.database().configure(restore));

        CallFailedException failed = failure(orders.database().verify(restore));

        assertThat(failed.failure().code()).isEqualTo(FailureCode.VERIFICATION_FAILED);
        assertThat(failed).hasMessageContaining("(42501)");
    }
}
