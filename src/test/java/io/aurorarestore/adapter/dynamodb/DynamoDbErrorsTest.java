package io.aurorarestore.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "TransactionConflict, RETRY",
        "ThrottlingError, RETRY",
        "ProvisionedThroughputExceeded, RETRY",
        "ValidationError, FATAL",
        "ItemCollectionSizeLimitExceeded, FATAL"
    })
    void a_cancelled_transaction_is_tried_again_where_that_helps(String reason, Kind kind) {
        TransactionCanceledException cancelled = TransactionCanceledException.builder()
                .cancellationReasons(reason("None"), reason(reason))
                .statusCode(400)
                .build();

        assertThat(DynamoDbErrors.classify(cancelled))
                .isInstanceOfSatisfying(
                        CallFailedException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @Test
    void what_is_classified_already_stays_as_it_is() {
        CallFailedException spoilt = new CallFailedException(Kind.FATAL, FailureCode.UNEXPECTED, "spoilt");

        assertThat(DynamoDbErrors.classify(spoilt)).isSameAs(spoilt);
    }

    private static CancellationReason reason(String code) {
        return CancellationReason.builder().code(code).build();
    }
}
