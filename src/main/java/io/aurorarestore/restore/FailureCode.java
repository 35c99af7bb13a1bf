package io.aurorarestore.restore;

/** The closed catalogue of what can go wrong. A code never changes its meaning. */
public enum FailureCode {
    INVALID_REQUEST(400, "Correct the request as the message says and send it again."),
    UNKNOWN_PROFILE(400, "Name a profile that exists in the table AuroraRestoreConfig, or add this one."),
    NO_SUCH_PROFILE(404, "GET /profiles lists the profiles there are."),
    CALLER_NOT_ALLOWED(403, "Ask for it in the profile's allowedCallers, or use another profile."),
    INVALID_PROFILE(500, "Correct the profile in the table AuroraRestoreConfig."),
    TARGET_NOT_ALLOWED(403, "Add the target to the profile's allowedTargets, or choose another profile."),
    SOURCE_NOT_ALLOWED(403, "Add the source cluster to the profile's allowedSources, or choose another profile."),
    TARGET_BUSY(409, "Wait until the restore that holds the target has ended."),
    TARGET_EXISTS(409, "Choose a target name that no cluster has, or ask with \"replace\": \"swap\"."),
    TARGET_PROTECTED(403, "Tag the cluster aurora-restore:allowed=true if it may be replaced."),
    TARGET_UNSUITABLE(409, "Bring the cluster into a state in which it can be replaced, as the message says."),
    TARGET_CHANGED(409, "Somebody changed the target meanwhile; look at it, then send the request again."),
    DATA_LOSS_NOT_ACCEPTED(400, "Add \"finalSnapshot\": true or \"acceptDataLoss\": true to the request."),
    SETTINGS_UNSUITABLE(409, "Correct the request's or the profile's settings, as the message says."),
    CANCELLED(409, "It was cancelled; send a new request to restore again."),
    UNKNOWN_RESTORE(404, "Name a restore that exists, or a target that is being restored."),
    NOT_POSSIBLE_NOW(409, "Look at the restore's status; the message says what it would have to be."),
    KEY_REUSED(422, "Send a new request id with a new request."),
    SNAPSHOT_NOT_FOUND(404, "Check the snapshot's name, region and sharing."),
    SNAPSHOT_UNUSABLE(409, "Choose another snapshot."),
    SNAPSHOT_COPY_FAILED(502, "Check the snapshot quota and the KMS key, then send the request again."),
    KMS_KEY_NEEDED(400, "Set kmsKeyId in the profile: the snapshot is encrypted and has to be copied."),
    KMS_KEY_UNUSABLE(403, "Grant the service the use of the KMS key."),
    NAME_TAKEN(409, "Somebody else's resource has a name of ours: remove or rename it."),
    RESTORE_FAILED(502, "Look at the staging cluster's events in RDS."),
    INSTANCE_FAILED(502, "Look at the instance's events in RDS; perhaps another instance class is available."),
    CREDENTIALS_FAILED(502, "Look at the master secret and the cluster's events in RDS."),
    SECRET_UNUSABLE(409, "Give the secret a JSON value with username and password."),
    SECRET_IN_USE(409, "Wait until the other restore has ended, or remove the AWSPENDING stage from the secret."),
    DATABASE_FAILED(502, "Correct the profile's users, or the source's roles, as the message says."),
    VERIFICATION_FAILED(502, "Look at the restored data: a check of the profile does not hold."),
    PROMOTION_FAILED(502, "Look at the cluster's events in RDS."),
    ENDPOINT_UNVERIFIED(502, "Look at what answers at the target's endpoint."),
    RETIREMENT_FAILED(502, "Remove the cluster that was set aside by hand."),
    ARCHIVE_FAILED(502, "Remove or tag the copied snapshot by hand."),
    NOTIFICATION_FAILED(502, "Look at the topics, the bus and the role's grants on them; it is tried again."),
    QUOTA_EXCEEDED(429, "Raise the quota or remove what is not needed."),
    ACCESS_DENIED(403, "Grant the function's role the action that the message names."),
    TIMED_OUT(504, "Look at the resource the message names; AWS took longer than the step's deadline."),
    GONE(409, "Something the restore needs was removed meanwhile; send the request again."),
    AWS_REFUSED(502, "Correct what the message says AWS refused."),
    UNEXPECTED(500, "Look at the function's log; this is a defect of the service.");

    private final int httpStatus;
    private final String advice;

    FailureCode(int httpStatus, String advice) {
        this.httpStatus = httpStatus;
        this.advice = advice;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** What the operator does about it. */
    public String advice() {
        return advice;
    }
}
