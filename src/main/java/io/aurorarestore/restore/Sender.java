package io.aurorarestore.restore;

import java.util.Optional;

/**
 * Who sent a request.
 *
 * @param key the request's idempotency key
 * @param by an event source or an IAM principal
 * @param taskToken of the Step Functions execution that waits for the restore's end
 */
public record Sender(String key, String by, Optional<Sensitive> taskToken) {

    /** Nobody waits. */
    public Sender(String key, String by) {
        this(key, by, Optional.empty());
    }
}
