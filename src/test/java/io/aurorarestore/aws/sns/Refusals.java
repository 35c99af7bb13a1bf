package io.aurorarestore.aws.sns;

import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.Refusal;
import io.aurorarestore.saga.A;

/** Announcements of requests that were not accepted. */
final class Refusals {

    private Refusals() {}

    static Announcement refused(String key, String target, String profile, Failure why) {
        return Announcement.refused(
                new Refusal(key, "a fingerprint", "a delivery", target, profile, "a test", why, A.NOW));
    }
}
