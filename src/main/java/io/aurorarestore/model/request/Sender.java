package io.aurorarestore.model.request;

import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.model.text.Sensitive;
import java.util.Optional;

/**
 * Who sent a request.
 *
 * @param key the request's idempotency key
 * @param by an event source or an IAM principal
 * @param taskToken of the Step Functions execution that waits for the restore's end
 */
public record Sender(String key, String by, Optional<Sensitive> taskToken) {

    /** A caller's name is given by whoever let it in. */
    public Sender {
        key = PlainText.visible(key);
        by = PlainText.visible(by);
    }

    /** Nobody waits. */
    public Sender(String key, String by) {
        this(key, by, Optional.empty());
    }
}
