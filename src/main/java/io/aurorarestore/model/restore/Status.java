package io.aurorarestore.model.restore;

/** The statuses of a restore. */
public enum Status {
    RUNNING,
    ROLLING_BACK,
    SUCCEEDED,
    ROLLED_BACK,
    CANCELLED,
    /** Needs a person. */
    FAILED;

    public boolean terminal() {
        return this != RUNNING && this != ROLLING_BACK;
    }
}
