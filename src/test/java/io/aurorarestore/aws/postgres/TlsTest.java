package io.aurorarestore.aws.postgres;

import static io.aurorarestore.aws.postgres.RestoredOrders.run;
import static io.aurorarestore.aws.postgres.Restoring.await;
import static io.aurorarestore.aws.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Restore;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TlsTest {

    private static RestoredOrders orders;
    private static ServerCertificate certificate;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
        certificate = ServerCertificate.of("localhost", orders.data());
        try (Connection admin = orders.admin()) {
            run(admin, "ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()");
        }
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @Test
    void a_server_that_the_configured_authorities_vouch_for_is_trusted() {
        Restore restore = Restoring.of(orders).restore("select ssl from pg_stat_ssl where pid = pg_backend_pid()");

        await(verifying().configure(restore));

        assertThat(await(verifying().verify(restore))).isEqualTo("1 check(s) hold");
    }

    @Test
    void a_server_that_no_authority_of_rds_vouches_for_is_not_spoken_to() {
        PostgresDatabase ofRds = orders.database(Map.of());

        CallFailed failed = failure(ofRds.identify(Restoring.of(orders).restore()));

        assertThat(failed).hasMessageContaining("SSL handshake failed");
    }

    @Test
    void a_server_under_another_name_than_its_certificates_is_not_spoken_to() {
        Restore restore = Restoring.of(orders).atHost("127.0.0.1").restore();

        assertThat(failure(verifying().identify(restore))).hasMessageContaining("SSL handshake failed");
    }

    private static PostgresDatabase verifying() {
        return orders.database(Map.of("tls.ca", certificate.pem().toString()));
    }
}
