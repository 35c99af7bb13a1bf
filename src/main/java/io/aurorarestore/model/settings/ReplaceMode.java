package io.aurorarestore.model.settings;

/** Whether a cluster that has the target's name already is refused, swapped, or deleted first. */
public enum ReplaceMode {
    /** The request is refused. */
    REFUSE,
    /** The new cluster is restored and verified beside it; then the two change places. */
    SWAP,
    /** It is deleted first, for those without room for two clusters. */
    DELETE_FIRST
}
