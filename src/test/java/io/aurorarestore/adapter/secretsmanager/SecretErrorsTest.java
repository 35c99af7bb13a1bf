package io.aurorarestore.adapter.secretsmanager;

import static io.aurorarestore.adapter.secretsmanager.SecretsManagerMasterSecretsTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.adapter.ModelledErrors;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretErrorsTest {

    private static LocalSecrets local;

    @BeforeAll
    static void start() {
        local = new LocalSecrets();
    }

    @BeforeEach
    void answer() {
        local.refuseNothing();
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @Test
    void every_modelled_error_of_every_call_is_known() {
        assertThat(ModelledErrors.of(SecretsManagerAsyncClient.class))
                .isNotEmpty()
                .allSatisfy((operation, codes) -> assertThat(codes).allMatch(SecretErrors::knows));
    }

    @Test
    void a_key_that_cannot_be_used_is_told_to_be_the_trouble() {
        local.refuse(new AwsException(400, "DecryptionFailure", "no right to the key"));

        assertThat(failure(local.reader().current("app/db")).failure().code()).isEqualTo(FailureCode.KMS_KEY_UNUSABLE);
    }

    @Test
    void a_defect_of_ours_is_not_tried_again() {
        assertThat(SecretErrors.classify("app/db", new IllegalStateException())
                        .failure()
                        .code())
                .isEqualTo(FailureCode.UNEXPECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException, RETRY",
        "400, Throttling, RETRY",
        "400, TooManyRequestsException, RETRY",
        "429, Whatever, RETRY",
        "500, InternalServiceError, UNANSWERED",
        "503, Whatever, UNANSWERED",
        "400, LimitExceededException, RETRY",
        "400, ResourceNotFoundException, GONE",
        "400, ResourceExistsException, ALREADY_EXISTS",
        "400, AccessDeniedException, FATAL",
        "400, InvalidRequestException, FATAL",
        "400, InvalidParameterException, FATAL",
        "400, DecryptionFailure, FATAL",
        "400, EncryptionFailure, FATAL",
        "400, MalformedPolicyDocumentException, FATAL",
        "400, PreconditionNotMetException, FATAL"
    })
    void every_error_of_secrets_manager_has_its_meaning(int status, String code, Kind kind) {
        local.refuse(new AwsException(status, code, "what it says"));

        CallFailedException failed = failure(local.reader().current("app/db"));

        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed).hasMessageContaining("app/db").hasMessageContaining(code);
    }

    @Test
    void a_right_that_is_missing_is_named() {
        local.refuse(new AwsException(
                400, "AccessDeniedException", "not authorized to perform: secretsmanager:GetSecretValue"));

        CallFailedException failed = failure(local.reader().current("app/db"));

        assertThat(failed.failure().code()).isEqualTo(FailureCode.ACCESS_DENIED);
        assertThat(failed).hasMessageContaining("secretsmanager:GetSecretValue");
    }

    /** {@code Value '…' at 'secretString' failed to satisfy constraint} */
    @Test
    void a_complaint_about_a_value_is_not_passed_on_for_it_quotes_the_value() {
        local.refuse(new AwsException(400, "ValidationException", "Value 'hunter2' at 'secretString' is too short"));

        CallFailedException failed =
                failure(local.masterSecrets().stage(LocalSecrets.BY, "app/db", "1".repeat(36), "postgres"));

        assertThat(failed.kind()).isEqualTo(Kind.FATAL);
        assertThat(failed.getMessage()).doesNotContain("hunter2");
    }

    @Test
    void an_error_without_a_code_counts_by_its_status() {
        for (var error : new SecretsManagerException[] {
            (SecretsManagerException)
                    SecretsManagerException.builder().statusCode(503).build(),
            (SecretsManagerException) SecretsManagerException.builder()
                    .awsErrorDetails(AwsErrorDetails.builder().build())
                    .statusCode(503)
                    .build()
        }) {
            CallFailedException failed = SecretErrors.classify("app/db", new CompletionException(error));

            assertThat(failed.kind()).isEqualTo(Kind.UNANSWERED);
            assertThat(failed).hasMessageContaining("HTTP 503");
        }
    }

    @Test
    void without_an_answer_the_call_may_be_done_or_not() {
        CallFailedException failed =
                SecretErrors.classify("app/db", SdkClientException.create("increase max connections"));

        assertThat(failed.kind()).isEqualTo(Kind.UNANSWERED);
        assertThat(failed).hasMessage("Secrets Manager, secret app/db: it could not be reached.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "[\"hunter2\"]",
                "\"hunter2\"",
                "{\"username\":\"app\",\"password\":\"hunter2\"",
                "{\"password\":\"hunter2\"}",
                "{\"username\":\"\",\"password\":\"hunter2\"}",
                "{\"username\":7,\"password\":\"hunter2\"}",
                "{\"username\":\"app\",\"passwort\":\"hunter2\"}",
                "{\"username\":\"app\",\"password\":{\"is\":\"hunter2\"}}"
            })
    void a_value_without_a_username_and_a_password_is_unusable_and_never_quoted(String value) {
        local.put("app/odd", value);

        CallFailedException failed = failure(local.reader().current("app/odd"));

        assertThat(failed.kind()).isEqualTo(Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.SECRET_UNUSABLE);
        assertThat(failed).hasMessageContaining("app/odd").hasNoCause();
        assertThat(failed.getMessage()).doesNotContain("hunter2");
    }
}
