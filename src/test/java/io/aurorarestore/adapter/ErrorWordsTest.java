package io.aurorarestore.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

class ErrorWordsTest {

    private static final String ADVICE = "Consider taking any of the following actions to mitigate the issue:"
            + " increase max connections, increase acquire timeout, or slowing the request rate.";

    @Test
    void a_service_is_quoted_after_its_code() {
        assertThat(ErrorWords.of(error("DBClusterNotFoundFault", "DBCluster orders not found.")))
                .isEqualTo("DBClusterNotFoundFault: DBCluster orders not found.");
    }

    @Test
    void an_error_that_says_nothing_is_known_by_its_code_or_its_status() {
        assertThat(ErrorWords.of(error("Throttling", null))).isEqualTo("Throttling");
        assertThat(ErrorWords.of(error("Throttling", " "))).isEqualTo("Throttling");
        assertThat(ErrorWords.of(error(null, null))).isEqualTo("HTTP 418");
        assertThat(ErrorWords.of(AwsServiceException.builder().statusCode(503).build()))
                .isEqualTo("HTTP 503");
    }

    @Test
    void a_long_text_is_cut_and_no_character_in_two() {
        String description = ErrorWords.of(error("Some", "😀".repeat(10_000)));

        assertThat(description).isEqualTo("Some: " + "😀".repeat(199) + "…");
    }

    @Test
    void a_right_that_is_missing_is_quoted_whole() {
        String denied = "User: arn:aws:sts::123456789012:assumed-role/aurora-restore-inbox/aurora-restore-inbox is not"
                + " authorized to perform: secretsmanager:UpdateSecretVersionStage on resource: arn:aws:secretsmanager:"
                + "eu-central-1:123456789012:secret:aurora-restore/orders-drill-2026-11-20/master because no"
                + " identity-based policy allows the secretsmanager:UpdateSecretVersionStage action";

        assertThat(ErrorWords.of(error("AccessDenied", denied))).isEqualTo("AccessDenied: " + denied);
    }

    @Test
    void what_is_no_text_does_not_get_into_a_line() {
        assertThat(ErrorWords.of(error("Some\n", "one\r\ntwo\u0000\u001b[31m\u202ethree\u2028four\n")))
                .isEqualTo("Some: one two [31m three four");
    }

    static Stream<Throwable> late() {
        return Stream.of(
                ApiCallTimeoutException.create(15_000),
                ApiCallAttemptTimeoutException.create(7_000),
                new TimeoutException(ADVICE),
                SdkClientException.create(ADVICE, new IOException("Read timed out", new TimeoutException())),
                SdkClientException.create(ADVICE, new Throwable(ADVICE, new TimeoutException(ADVICE))));
    }

    @ParameterizedTest
    @MethodSource("late")
    void what_took_too_long_is_said_in_our_own_words(Throwable late) {
        assertThat(ErrorWords.noAnswer(late)).isEqualTo("took too long to answer");
    }

    static Stream<Throwable> away() {
        return Stream.of(
                SdkClientException.create("Unable to load credentials from any of the providers in the chain"),
                SdkClientException.create(ADVICE, new UnknownHostException("rds.nowhere.example")),
                SdkClientException.create(ADVICE, new ConnectTimeoutException()),
                new IOException("Connection reset"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void what_was_not_there_is_said_in_our_own_words(Throwable away) {
        assertThat(ErrorWords.noAnswer(away)).isEqualTo("could not be reached");
    }

    /** As Netty names it. */
    private static final class ConnectTimeoutException extends ConnectException {
        private static final long serialVersionUID = 1L;
    }

    private static AwsServiceException error(String code, String text) {
        return AwsServiceException.builder()
                .statusCode(418)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(text)
                        .build())
                .build();
    }
}
