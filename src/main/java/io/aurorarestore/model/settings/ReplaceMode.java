package io.aurorarestore.model.settings;

/** What becomes of a cluster that has the target's name already. */
public enum ReplaceMode {
    /** The request is refused. */
    REFUSE,
    /** The new cluster is restored and verified beside it; then the two change places. */
    SWAP,
    /** It is deleted first, for those without room for two clusters. */
    DELETE_FIRST
}
