package io.aurorarestore.adapter.sns;

import io.aurorarestore.engine.A;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.restore.Refusal;
import io.aurorarestore.notification.Announcement;

/** Announcements of requests that were not accepted. */
final class Refusals {

    private Refusals() {}

    static Announcement refused(String key, String target, String profile, Failure why) {
        return Announcement.refused(
                new Refusal(key, "a fingerprint", "a delivery", target, profile, "a test", why, A.NOW));
    }
}
