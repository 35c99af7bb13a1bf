package io.aurorarestore.notification;

/** Where news is told. */
public enum NotificationTopic {
    /** A restore succeeded. */
    COMPLETION,
    /** Something needs, or may need, a person. */
    ERROR,
    /** On the way, and dry runs. */
    STATUS
}
