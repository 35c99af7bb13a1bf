package io.aurorarestore.port;

import io.aurorarestore.notification.Announcement;
import io.smallrye.mutiny.Uni;

/** Publishes announcements to people. */
public interface Announcer {

    Uni<Void> announce(Announcement announcement);
}
