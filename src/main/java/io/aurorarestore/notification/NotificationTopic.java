package io.aurorarestore.notification;

/** The three topics that announcements are published to. */
public enum NotificationTopic {
    /** A restore succeeded. */
    COMPLETION,
    /** Something needs, or may need, a person. */
    ERROR,
    /** On the way, and dry runs. */
    STATUS
}
