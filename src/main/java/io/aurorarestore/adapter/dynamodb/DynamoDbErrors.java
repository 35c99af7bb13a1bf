package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.adapter.ErrorWords;
import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CommitRefusedException;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Classifies an error of DynamoDB: a transaction that was cancelled by another, or by throttling, is {@code RETRY};
 * else see {@link ServiceErrors}. Whether an unanswered commit was made is seen when the restore is loaded again.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/CommonErrors.html">Common errors</a>
 */
final class DynamoDbErrors {

    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private DynamoDbErrors() {}

    /** Calls DynamoDB; a failure is a {@code CallFailedException}. */
    static <T> Uni<T> call(Supplier<CompletionStage<T>> call) {
        return Uni.createFrom().completionStage(call).onFailure().transform(DynamoDbErrors::classify);
    }

    static RuntimeException classify(Throwable thrown) {
        Throwable cause = ServiceErrors.causeOf(thrown);
        if (cause instanceof CallFailedException
                || cause instanceof CommitRefusedException
                || cause instanceof StoredByNewerVersionException) {
            return (RuntimeException) cause;
        }
        return cause instanceof TransactionCanceledException cancelled && passes(cancelled)
                ? new CallFailedException(
                                CallFailedException.Kind.RETRY,
                                FailureCode.AWS_REFUSED,
                                "A transaction of DynamoDB met another.")
                        .saidByAws(ErrorWords.code(cancelled))
                : ServiceErrors.classify(FailureCode.AWS_REFUSED, "A call to DynamoDB", cause);
    }

    /** Somebody else was first: only this means "lost". */
    static boolean conditionFailed(Throwable failure) {
        return failure instanceof TransactionCanceledException cancelled
                && cancelled.cancellationReasons().stream().anyMatch(DynamoDbErrors::isFailed);
    }

    static boolean isFailed(CancellationReason reason) {
        return CONDITION_FAILED.equals(reason.code());
    }

    private static boolean passes(TransactionCanceledException cancelled) {
        return cancelled.hasCancellationReasons()
                && cancelled.cancellationReasons().stream().anyMatch(reason -> PASSING.contains(reason.code()));
    }
}
