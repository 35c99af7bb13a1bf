package io.aurorarestore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.postgres.CertificateAuthority;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {

    private static final Pattern NAME =
            Pattern.compile("CN=Amazon RDS ([a-z]+-[a-z]+-[0-9]) Root CA (RSA2048|RSA4096|ECC384) G1");

    /** Not those of the class path: another bundle may be packaged. */
    private static final Authorities OURS = new Authorities(
            Authorities.of(Optional.of("src/main/resources/rds-ca-bundle.pem")).certificates(), false);

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    private final List<X509Certificate> ofRds = OURS.certificates();

    @Test
    void all_that_come_with_the_service_are_authorities_of_rds_in_force() throws Exception {
        assertThat(ofRds).hasSize(81).doesNotHaveDuplicates();
        for (X509Certificate one : ofRds) {
            assertThat(one.getBasicConstraints()).isNotNegative();
            assertThat(one.getSubjectX500Principal()).isEqualTo(one.getIssuerX500Principal());
            one.verify(one.getPublicKey());
            one.checkValidity();
            assertThat(one.getSubjectX500Principal().getName()).containsPattern(NAME);
        }
    }

    @Test
    void each_of_27_regions_has_its_three() {
        assertThat(OURS.byRegion())
                .allSatisfy((region, some) -> assertThat(some).hasSize(3));
        assertThat(OURS.byRegion().keySet())
                .containsExactly(
                        "af-south-1",
                        "ap-east-1",
                        "ap-northeast-1",
                        "ap-northeast-2",
                        "ap-northeast-3",
                        "ap-south-1",
                        "ap-south-2",
                        "ap-southeast-1",
                        "ap-southeast-2",
                        "ap-southeast-3",
                        "ap-southeast-4",
                        "ca-central-1",
                        "eu-central-1",
                        "eu-central-2",
                        "eu-north-1",
                        "eu-south-1",
                        "eu-south-2",
                        "eu-west-1",
                        "eu-west-2",
                        "eu-west-3",
                        "me-central-1",
                        "me-south-1",
                        "sa-east-1",
                        "us-east-1",
                        "us-east-2",
                        "us-west-1",
                        "us-west-2");
    }

    @Test
    void the_first_of_them_expires_in_2061() {
        assertThat(ofRds.stream().map(one -> one.getNotAfter().toInstant()).min(Comparator.naturalOrder()))
                .map(first -> first.atOffset(ZoneOffset.UTC).toLocalDate())
                .contains(LocalDate.parse("2061-05-19"));
    }

    @Test
    void a_region_without_an_authority_of_rds_is_refused_with_the_way_out() {
        OURS.check("us-east-1", NOW);

        assertThatThrownBy(() -> OURS.check("us-gov-west-1", NOW))
                .isInstanceOfSatisfying(CallFailedException.class, AuthoritiesTest::isMissing)
                .hasMessageContaining("us-gov-west-1");
    }

    @Test
    void authorities_that_have_expired_are_as_none() {
        Instant late = Instant.parse("2130-01-01T00:00:00Z");

        assertThatThrownBy(() -> OURS.check("us-east-1", late))
                .isInstanceOfSatisfying(CallFailedException.class, AuthoritiesTest::isMissing)
                .hasMessageContaining("have expired, the last on 21");
    }

    @Test
    void of_a_bundle_of_somebodys_own_only_the_expiry_counts() {
        Instant until = Instant.parse("2027-01-01T00:00:00Z");
        Authorities own = new Authorities(List.of(new CertificateAuthority("Our own", until).certificate()), true);

        own.check("us-gov-west-1", until.minusSeconds(1));
        assertThatThrownBy(() -> own.check("us-gov-west-1", until.plusSeconds(1)))
                .hasMessageContaining("the last on " + until);
    }

    private static void isMissing(CallFailedException failed) {
        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.AUTHORITY_MISSING);
        assertThat(failed.failure().code().advice()).contains("-Drds.ca-bundle=FILE");
    }

    @Test
    void a_file_without_certificates_and_one_that_is_missing_are_refused_by_name(@TempDir Path folder)
            throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "# none\n");
        Path broken = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        for (Path file : List.of(empty, broken, folder.resolve("missing.pem"))) {
            assertThatThrownBy(() -> Authorities.of(Optional.of(file.toString())))
                    .isInstanceOfSatisfying(
                            CallFailedException.class,
                            failed -> assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL))
                    .hasMessageContaining(file.toString());
        }
    }
}
