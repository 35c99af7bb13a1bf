package io.aurorarestore.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.rds.RdsAsyncClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class ServiceErrorsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                SnsAsyncClient.class,
                SqsAsyncClient.class,
                EventBridgeAsyncClient.class,
                SfnAsyncClient.class,
                ApplicationAutoScalingAsyncClient.class,
                DynamoDbAsyncClient.class
            })
    void every_modelled_error_of_every_call_is_known(Class<?> client) {
        assertThat(ModelledErrors.of(client))
                .isNotEmpty()
                .allSatisfy((operation, codes) -> assertThat(codes).allMatch(ServiceErrors::knows));
    }

    @Test
    void no_service_is_called_whose_errors_nobody_looks_at() {
        assertThat(ModelledErrors.clients())
                .containsExactlyInAnyOrder(
                        RdsAsyncClient.class.getName(),
                        SecretsManagerAsyncClient.class.getName(),
                        SnsAsyncClient.class.getName(),
                        SqsAsyncClient.class.getName(),
                        EventBridgeAsyncClient.class.getName(),
                        SfnAsyncClient.class.getName(),
                        ApplicationAutoScalingAsyncClient.class.getName(),
                        DynamoDbAsyncClient.class.getName());
    }

    @ParameterizedTest
    @CsvSource({
        "400, KMSThrottling, RETRY, AWS_REFUSED",
        "400, KmsThrottled, RETRY, AWS_REFUSED",
        "400, ThrottlingException, RETRY, AWS_REFUSED",
        "400, RequestLimitExceeded, RETRY, AWS_REFUSED",
        "400, InternalServerError, RETRY, AWS_REFUSED",
        "400, TransactionConflictException, RETRY, AWS_REFUSED",
        "503, Whatever, RETRY, AWS_REFUSED",
        "429, Whatever, RETRY, AWS_REFUSED",
        "400, KMSAccessDenied, FATAL, KMS_KEY_UNUSABLE",
        "400, KmsDisabled, FATAL, KMS_KEY_UNUSABLE",
        "403, AuthorizationError, FATAL, ACCESS_DENIED",
        "400, AccessDeniedException, FATAL, ACCESS_DENIED",
        "400, ValidationException, FATAL, AWS_REFUSED",
        "400, QueueDoesNotExist, FATAL, AWS_REFUSED",
    })
    void an_error_has_its_meaning(int status, String code, Kind kind, FailureCode failure) {
        AwsServiceException error = AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("it quotes a secret")
                        .build())
                .build();

        CallFailedException failed = classify(new CompletionException(error));

        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.failure().code()).isEqualTo(failure);
        assertThat(failed).hasMessageContaining(code).hasMessageNotContaining("a secret");
        assertThat(failed.awsCode()).hasValue(code);
    }

    @Test
    void no_answer_is_waited_out() {
        assertThat(Set.of(classify(SdkClientException.create("reset")), classify(new TimeoutException())))
                .allSatisfy(failed -> assertThat(failed.kind()).isEqualTo(Kind.RETRY))
                .extracting(CallFailedException::getMessage)
                .containsExactlyInAnyOrder(
                        "A call failed: AWS could not be reached.", "A call failed: AWS took too long to answer.");
    }

    @Test
    void a_defect_of_ours_is_no_want_of_an_answer() {
        CallFailedException failed = classify(new IllegalStateException("it quotes a secret"));

        assertThat(failed.kind()).isEqualTo(Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.UNEXPECTED);
        assertThat(failed).hasMessageContaining("IllegalStateException").hasMessageNotContaining("a secret");
        assertThat(failed.awsCode()).isEmpty();
    }

    private static CallFailedException classify(Throwable thrown) {
        return ServiceErrors.classify(FailureCode.AWS_REFUSED, "A call", thrown);
    }
}
