package io.aurorarestore.restore;

/**
 * What a client asks for.
 *
 * @param target the name the restored cluster is to have
 * @param source which snapshot
 * @param profile the profile whose settings apply, {@code default} where the request names none
 */
public record RestoreRequest(String target, SnapshotSelector source, String profile) {

    public static final String DEFAULT_PROFILE = "default";
}
