package io.aurorarestore.aws.postgres;

import static io.aurorarestore.aws.postgres.RestoredOrders.run;
import static io.aurorarestore.aws.postgres.Restoring.await;
import static io.aurorarestore.aws.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Restore;
import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The platform's trust store is read from the place that {@code javax.net.ssl.trustStore} names. */
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

    @AfterEach
    void forget() {
        System.clearProperty("javax.net.ssl.trustStore");
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @Test
    void a_server_is_trusted_by_the_platforms_trust_store() {
        System.setProperty("javax.net.ssl.trustStore", certificate.trustStore().toString());
        Restore restore = Restoring.of(orders).restore("select ssl from pg_stat_ssl where pid = pg_backend_pid()");

        await(orders.database("verify-full").configure(restore));

        assertThat(await(orders.database("verify-full").verify(restore))).isEqualTo("1 check(s) hold");
    }

    @Test
    void a_server_that_nobody_vouches_for_is_not_spoken_to() {
        CallFailed failed = failure(
                orders.database("verify-full").identify(Restoring.of(orders).restore()));

        assertThat(failed).hasMessageContaining("SSL handshake failed");
    }

    @Test
    void a_server_under_another_name_than_its_certificates_is_not_spoken_to() {
        System.setProperty("javax.net.ssl.trustStore", certificate.trustStore().toString());
        Restore restore = Restoring.of(orders).atHost("127.0.0.1").restore();

        assertThat(failure(orders.database("verify-full").identify(restore)))
                .hasMessageContaining("SSL handshake failed");
    }
}
