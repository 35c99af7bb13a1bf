package io.aurorarestore.restore;

import java.util.Map;

/** The tags by which the service knows what it made. Written in the very call that creates a resource. */
public final class Ownership {

    /** Holds the id of the restore that made the resource. */
    public static final String RESTORE_TAG = "aurora-restore:restore-id";

    /** {@code staging} while a restored cluster stands beside its target, {@code live} once promoted. */
    public static final String STATE_TAG = "aurora-restore:state";

    public static final String STAGING = "staging";
    public static final String LIVE = "live";
    public static final String ARCHIVED = "archived";

    private Ownership() {}

    /** The tags of what a restore creates. */
    public static Map<String, String> tags(RestoreId id) {
        return Map.of(RESTORE_TAG, id.value(), STATE_TAG, STAGING);
    }

    /** Whether these are the tags of something this restore made. */
    public static boolean isOurs(RestoreId id, Map<String, String> tags) {
        return id.value().equals(tags.get(RESTORE_TAG));
    }
}
