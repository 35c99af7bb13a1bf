package io.aurorarestore.model.restore;

/** How a restore stands. */
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
