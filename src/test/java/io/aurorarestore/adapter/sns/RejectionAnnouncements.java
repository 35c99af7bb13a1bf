package io.aurorarestore.adapter.sns;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.notification.Announcement;

/** Announcements of requests that were not accepted. */
final class RejectionAnnouncements {

    private RejectionAnnouncements() {}

    static Announcement refused(String key, String target, String profile, Failure why) {
        return Announcement.refused(
                new RejectedRequest(key, "a fingerprint", "a delivery", target, profile, "a test", why, TestData.NOW));
    }
}
