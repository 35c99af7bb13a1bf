package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.postgres.CertificateAuthority;
import io.aurorarestore.local.postgres.ServerCertificate;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Database.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final Instant FAR_AWAY = Instant.parse("2120-01-01T00:00:00Z");
    private static final String DOMAIN = "c9xyz.us-east-1.rds.amazonaws.com";
    private static final CertificateAuthority AUTHORITY = new CertificateAuthority("Authority of a test", FAR_AWAY);

    @TempDir
    private static Path folder;

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
        Files.writeString(folder.resolve("ca.pem"), ServerCertificate.pem(AUTHORITY.certificate()));
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @Test
    void a_server_that_the_configured_authorities_vouch_for_is_trusted() throws Exception {
        named("localhost");
        Restore restore = Restoring.of(orders).restore("select ssl from pg_stat_ssl where pid = pg_backend_pid()");

        await(verifying().configure(restore));

        assertThat(await(verifying().verify(restore))).isEqualTo("1 check(s) hold");
    }

    @Test
    void a_server_that_no_authority_of_rds_vouches_for_is_not_spoken_to_and_its_authority_is_named() throws Exception {
        named("localhost");

        CallFailedException refused =
                failure(orders.database(Map.of()).configure(Restoring.of(orders).restore()));

        assertThat(refused(refused))
                .hasMessageContaining("the authority of its certificate is not trusted: CN=Authority of a test.")
                .hasMessageContaining("-Drds.ca-bundle")
                .hasMessageContaining("AURORA_RESTORE_TLS_CA");
    }

    @Test
    void a_server_under_another_name_than_its_certificates_is_not_spoken_to_and_all_names_are_told() throws Exception {
        named("localhost", "orders.example");
        Restore restore = Restoring.of(orders).atHost("127.0.0.1").restore();

        assertThat(refused(failure(verifying().configure(restore))))
                .hasMessageContaining("its certificate is for localhost, orders.example, and not for 127.0.0.1")
                .hasMessageContaining("DatabaseTls");
    }

    @Test
    void in_the_mode_disable_nothing_is_asked_of_a_server_that_lets_one_in_without_tls() throws Exception {
        TimedDatabase plain = orders.database(Map.of("tls.mode", "disable"));
        Restore restore = Restoring.of(orders).staged(orders.adminSecret());
        await(plain.configure(restore));

        assertThat(await(plain.identify(restore)))
                .isEqualTo(new Report("the endpoint answers as restore " + restore.id(), List.of()));
        assertThat(failure(plain.configure(Restoring.of(orders).restore()))
                        .failure()
                        .code())
                .isEqualTo(FailureCode.DATABASE_FAILED);
    }

    @Test
    void a_region_that_no_authority_is_for_is_told_before_anything_is_made() {
        CallFailedException missing = failure(orders.database(Map.of(), new Home("us-gov-west-1", "123456789012"))
                .readSecrets(promoted()));

        assertThat(missing.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(missing.failure().code()).isEqualTo(FailureCode.AUTHORITY_MISSING);
    }

    @Test
    void a_certificate_that_has_expired_is_refused_with_its_dates() throws Exception {
        Instant past = Instant.parse("2025-11-20T00:00:00Z");
        orders.show(AUTHORITY.issue(List.of("localhost"), past));

        assertThat(refused(failure(verifying().configure(Restoring.of(orders).restore()))))
                .hasMessageContaining("to " + past + " only");
    }

    @Test
    void after_the_rename_the_certificate_of_the_staging_names_is_still_that_of_this_restore() throws Exception {
        Restore restore = promoted();
        String staging = restore.names().staging();

        for (String old : List.of(
                staging + ".cluster-" + DOMAIN,
                staging + ".cluster-ro-" + DOMAIN,
                restore.names().instance(2) + "." + DOMAIN)) {
            named(old);
            await(verifying().configure(restore));

            Report found = await(verifying().identify(restore));
            assertThat(found.description())
                    .isEqualTo("the endpoint answers as restore " + restore.id() + ", its certificate is for " + old);
            assertThat(found.warnings())
                    .singleElement(STRING)
                    .startsWith("CERTIFICATE_STALE: ")
                    .contains("is not for " + RestoredOrders.ENDPOINT)
                    .contains("aws rds stop-db-cluster --db-cluster-identifier orders-drill;")
                    .endsWith("; aws rds start-db-cluster --db-cluster-identifier orders-drill");
        }
    }

    @Test
    void one_that_rds_has_not_renewed_with_the_start_is_told_as_such() throws Exception {
        Restore restore = renewing(promoted());
        named(restore.names().staging() + ".cluster-" + DOMAIN);
        await(verifying().configure(restore));

        assertThat(await(verifying().identify(restore)).warnings())
                .singleElement(STRING)
                .startsWith("CERTIFICATE_STALE: ")
                .contains("although the cluster was stopped and started");
    }

    @Test
    void of_a_certificate_that_names_the_target_nothing_has_to_be_said() throws Exception {
        Restore restore = promoted();
        named("orders-drill-1." + DOMAIN, RestoredOrders.ENDPOINT);
        await(verifying().configure(restore));

        assertThat(await(verifying().identify(restore)).warnings()).isEmpty();
    }

    @Test
    void a_certificate_of_another_restore_is_refused_at_once_where_nothing_was_replaced() throws Exception {
        named("ar-orders-drill-00000000-new.cluster-" + DOMAIN);

        assertThat(refused(failure(verifying().identify(promoted()))))
                .hasMessageContaining("ar-orders-drill-00000000-new.cluster-" + DOMAIN);
    }

    @Test
    void a_certificate_of_another_restore_may_for_some_minutes_be_that_of_the_replaced_cluster() throws Exception {
        named("ar-orders-drill-00000000-new.cluster-" + DOMAIN);
        Restore restore = replacing();

        CallFailedException notYet = failure(at(restore, Duration.ofMinutes(9)).identify(restore));
        assertThat(notYet.kind()).isEqualTo(CallFailedException.Kind.RETRY);
        assertThat(notYet.failure().code()).isEqualTo(FailureCode.ENDPOINT_UNVERIFIED);
        refused(failure(at(restore, Duration.ofMinutes(10)).identify(restore)));
    }

    private static Restore promoted() {
        return Restoring.of(orders).atHost(RestoredOrders.ENDPOINT).restore();
    }

    private static Restore renewing(Restore restore) {
        Settings settings = restore.settings();
        Settings renewing = new Settings(
                settings.allowedSources(),
                ClusterSettings.builder()
                        .with(ClusterSetting.CERTIFICATE, Certificate.RENEW)
                        .take(settings.asked())
                        .build(),
                settings.origins(),
                settings.database(),
                settings.steps());
        AcceptedRequest accepted = restore.accepted();
        return Restore.open(
                        restore.id(),
                        new AcceptedRequest(
                                accepted.request(), renewing, accepted.key(), accepted.by(), accepted.openedAt()),
                        restore.step())
                .with(restore.outputs());
    }

    private static Restore replacing() {
        Restore restore = promoted();
        return restore.with(restore.outputs()
                .withPredecessor(Predecessor.of(TestData.cluster("orders-drill", "available", Map.of()), List.of())));
    }

    private static void named(String... hosts) throws Exception {
        orders.show(AUTHORITY.issue(List.of(hosts), FAR_AWAY));
    }

    private static TimedDatabase verifying() {
        return orders.database(authorities());
    }

    private static TimedDatabase at(Restore restore, Duration later) {
        return orders.database(
                authorities(), Clock.fixed(restore.progress().since().plus(later), ZoneOffset.UTC));
    }

    private static Map<String, String> authorities() {
        return Map.of("tls.ca", folder.resolve("ca.pem").toString());
    }

    private static CallFailedException refused(CallFailedException failed) {
        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.CERTIFICATE_REFUSED);
        return failed;
    }
}
