package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/** How the engine hears of what RDS refuses. */
final class RdsCalls {

    private RdsCalls() {}

    static <T> Uni<T> call(Supplier<T> call) {
        return Uni.createFrom().item(call).onFailure(RdsError.class).transform(RdsCalls::classify);
    }

    static <T> Uni<Optional<T>> found(Supplier<Optional<T>> call) {
        return call(call)
                .onFailure(failure ->
                        failure instanceof CallFailedException failed && failed.kind() == CallFailedException.Kind.GONE)
                .recoverWithItem(Optional.empty());
    }

    private static CallFailedException classify(Throwable thrown) {
        RdsError error = (RdsError) thrown;
        return new CallFailedException(kind(error), code(error.code()), error.toString());
    }

    private static CallFailedException.Kind kind(RdsError error) {
        String code = error.code();
        if (code.contains("AlreadyExists")) {
            return CallFailedException.Kind.ALREADY_EXISTS;
        }
        if (code.contains("NotFound")) {
            return CallFailedException.Kind.GONE;
        }
        if (code.contains("State")
                || code.contains("Capacity")
                || code.startsWith("Throttling")
                || error.getMessage().contains("across regions")) {
            return CallFailedException.Kind.RETRY;
        }
        return error.status() >= 500 ? CallFailedException.Kind.UNANSWERED : CallFailedException.Kind.FATAL;
    }

    private static FailureCode code(String code) {
        return switch (code) {
            case "AccessDenied" -> FailureCode.ACCESS_DENIED;
            case "DBClusterAutomatedBackupQuotaExceededFault" -> FailureCode.BACKUP_QUOTA_EXCEEDED;
            default -> code.contains("QuotaExceeded") ? FailureCode.QUOTA_EXCEEDED : FailureCode.AWS_REFUSED;
        };
    }
}
