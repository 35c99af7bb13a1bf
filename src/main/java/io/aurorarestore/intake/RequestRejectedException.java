package io.aurorarestore.intake;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown where a request is not accepted; nothing was begun. */
public final class RequestRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;
    private final transient List<String> violations;
    private final transient @Nullable RestoreId holder;

    public RequestRejectedException(FailureCode code, String message) {
        this(code, message, List.of(), null);
    }

    /** @param violations everything that is wrong */
    public RequestRejectedException(FailureCode code, List<String> violations) {
        this(code, String.join("; ", violations) + ".", List.copyOf(violations), null);
    }

    /** The target is taken. */
    RequestRejectedException(Failure busy, RestoreId holder) {
        this(busy.code(), busy.message(), List.of(), holder);
    }

    private RequestRejectedException(
            FailureCode code, String message, List<String> violations, @Nullable RestoreId holder) {
        super(message);
        this.code = code;
        this.violations = violations;
        this.holder = holder;
    }

    /** Each has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public Failure failure() {
        return new Failure(code, getMessage());
    }

    /** One by one, where the request itself is wrong. */
    public List<String> violations() {
        return violations;
    }

    /** The restore that is in the way, if one is. */
    public Optional<RestoreId> holder() {
        return Optional.ofNullable(holder);
    }
}
