package io.aurorarestore.model.restore;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.model.text.Sensitive;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that was not accepted.
 *
 * @param key the request's idempotency key
 * @param fingerprint tells another request under the same key apart
 * @param delivery the message it came with: the same for one that is delivered twice, another if it is sent again
 * @param by who asked
 * @param body what came, where it could not be read: it may hold anything, so it is kept, but shown nowhere
 */
public record RejectedRequest(
        String key,
        String fingerprint,
        String delivery,
        String target,
        String profile,
        String by,
        Failure failure,
        Instant at,
        Optional<Sensitive> body) {

    /** It was not accepted, so it may hold anything; but it is shown. */
    public RejectedRequest {
        key = PlainText.visible(key);
        delivery = PlainText.visible(delivery);
        target = PlainText.visible(target);
        profile = PlainText.visible(profile);
        by = PlainText.visible(by);
    }

    /** Of a request that could be read. */
    public RejectedRequest(
            String key,
            String fingerprint,
            String delivery,
            String target,
            String profile,
            String by,
            Failure failure,
            Instant at) {
        this(key, fingerprint, delivery, target, profile, by, failure, at, Optional.empty());
    }

    public RejectedRequest keeping(Sensitive unreadable) {
        return new RejectedRequest(
                key, fingerprint, delivery, target, profile, by, failure, at, Optional.of(unreadable));
    }

    /** The same request, refused for this. */
    public RejectedRequest because(Failure why) {
        return new RejectedRequest(key, fingerprint, delivery, target, profile, by, why, at, body);
    }

    /** What to say to a request that came under the key of this one. */
    public Failure answerTo(RejectedRequest later) {
        return fingerprint.equals(later.fingerprint)
                ? failure
                : new Failure(
                        FailureCode.KEY_REUSED,
                        "Request id " + key + " belongs to another request, which was refused with " + failure.code()
                                + ".");
    }
}
