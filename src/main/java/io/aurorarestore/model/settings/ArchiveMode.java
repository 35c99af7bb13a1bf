package io.aurorarestore.model.settings;

/**
 * Whether our copy of the snapshot is kept, tagged or deleted once the restore is done. The source snapshot is never
 * touched.
 */
public enum ArchiveMode {
    /** Leave it as it is. */
    KEEP,
    /** Keep it, tagged as an archive. */
    TAG,
    /** Delete it. */
    DELETE
}
