package io.aurorarestore.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Defines the tags by which the service knows what it made. They are written in the very call that creates a resource.
 */
public final class Ownership {

    /** Holds the id of the restore that made the resource. */
    public static final String RESTORE_TAG = "aurora-restore:restore-id";

    /** {@code staging} while a restored cluster stands beside its target, {@code live} once promoted. */
    public static final String STATE_TAG = "aurora-restore:state";

    private static final Set<String> OURS =
            Set.of("aurora-restore:restore-id", "aurora-restore:state", "aurora-restore:set-aside-by");

    public static final String STAGING = "staging";
    public static final String LIVE = "live";
    public static final String ARCHIVED = "archived";

    /** On a replaced cluster: the restore that set it aside. */
    public static final String SET_ASIDE_TAG = "aurora-restore:set-aside-by";

    /** {@code true} on a cluster that may be replaced, and on each of its instances that we did not make. */
    public static final String ALLOWED_TAG = "aurora-restore:allowed";

    /** Of AWS, of RDS and of this service: what they say on a resource is believed. */
    private static final List<String> RESERVED = List.of("aws:", "rds:", "aurora-restore:");

    private Ownership() {}

    /** Whether nobody may ask for a tag of this key, in whatever case it is written. */
    public static boolean isReserved(String key) {
        String plain = key.strip().toLowerCase(Locale.ROOT);
        return RESERVED.stream().anyMatch(plain::startsWith);
    }

    /** AWS's own tags: nobody else sets them, and they take no room. */
    public static boolean isOfAws(String key) {
        return key.startsWith("aws:");
    }

    /** The tags that people or other tools set: neither AWS's nor what this service says of its own resources. */
    public static Map<String, String> withoutOurs(Map<String, String> tags) {
        return tags.entrySet().stream()
                .filter(tag -> !isOfAws(tag.getKey()))
                .filter(tag -> !OURS.contains(tag.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The tags of what a restore creates. */
    public static Map<String, String> tags(RestoreId id) {
        return Map.of(RESTORE_TAG, id.value(), STATE_TAG, STAGING);
    }

    /** The restore that set a cluster with these tags aside, if one did. */
    public static Optional<RestoreId> setAsideBy(Map<String, String> tags) {
        return Optional.ofNullable(tags.get(SET_ASIDE_TAG))
                .filter(RestoreId::isValid)
                .map(RestoreId::new);
    }

    /** Whether these are the tags of something that may be replaced. */
    public static boolean isAllowed(Map<String, String> tags) {
        return "true".equals(tags.get(ALLOWED_TAG));
    }

    /** Whether these are the tags of something that any restore made. */
    public static boolean isMade(Map<String, String> tags) {
        return tags.containsKey(RESTORE_TAG);
    }

    /** Whether these are the tags of something that another restore has made and not promoted. */
    public static boolean isOfAnother(RestoreId id, Map<String, String> tags) {
        return isMade(tags) && !isOurs(id, tags) && STAGING.equals(tags.get(STATE_TAG));
    }

    /** Whether these are the tags of something this restore made. */
    public static boolean isOurs(RestoreId id, Map<String, String> tags) {
        return id.value().equals(tags.get(RESTORE_TAG));
    }
}
