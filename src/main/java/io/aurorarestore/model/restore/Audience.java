package io.aurorarestore.model.restore;

/** Those who have to be told of a restore's end. */
public enum Audience {
    /** Those who subscribed to the topics. */
    SUBSCRIBERS,
    /** The Step Functions execution that waits for the restore. */
    WORKFLOW,
    /** The hooks that were asked for and have not answered. */
    HOOKS
}
