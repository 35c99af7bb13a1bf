package io.aurorarestore.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.port.CallFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {

    private static final Pattern NAME =
            Pattern.compile("CN=Amazon RDS ([a-z]+-[a-z]+-[0-9]) Root CA (RSA2048|RSA4096|ECC384) G1");

    private final List<X509Certificate> ofRds = Authorities.of(Optional.empty()).certificates();

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
        assertThat(ofRds.stream().collect(Collectors.groupingBy(AuthoritiesTest::region, Collectors.counting())))
                .hasSize(27)
                .containsKeys("us-east-1", "eu-central-1", "ap-southeast-2")
                .allSatisfy((region, count) -> assertThat(count).isEqualTo(3));
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
                            CallFailed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(CallFailed.Kind.FATAL))
                    .hasMessageContaining(file.toString());
        }
    }

    private static String region(X509Certificate one) {
        Matcher name = NAME.matcher(one.getSubjectX500Principal().getName());
        assertThat(name.find()).isTrue();
        return name.group(1);
    }
}
