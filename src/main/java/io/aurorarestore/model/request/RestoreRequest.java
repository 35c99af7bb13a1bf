package io.aurorarestore.model.request;

import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;

/**
 * A client's request for a restore.
 *
 * @param target the name the restored cluster is to have
 * @param source where the data comes from
 * @param profile the profile whose settings apply, {@code default} where the request names none
 * @param replace what becomes of a cluster that has the target's name
 * @param acceptDataLoss whether that cluster may be deleted first without a final snapshot
 * @param settings what the request itself says of the cluster
 */
public record RestoreRequest(
        String target,
        SourceSelector source,
        String profile,
        ReplaceMode replace,
        boolean acceptDataLoss,
        ClusterSettings settings) {

    public static final String DEFAULT_PROFILE = "default";

    /** For a new target. */
    public RestoreRequest(String target, SourceSelector source, String profile) {
        this(target, source, profile, ReplaceMode.REFUSE, false, ClusterSettings.NONE);
    }
}
