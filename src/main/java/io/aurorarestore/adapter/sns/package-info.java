/**
 * Publishes announcements through SNS, as text for people and as JSON for programs. Never here: what an announcement
 * says, which {@code notification} words. Read {@code SnsAnnouncer} first, then {@code AnnouncementMessage}.
 */
package io.aurorarestore.adapter.sns;
