package io.aurorarestore.model;

/** The closed catalogue of what can go wrong. A code never changes its meaning. */
public enum FailureCode {
    INVALID_REQUEST(
            Area.REQUEST,
            400,
            "Correct the request as the message says and send it again, under a new request id if it had one."),
    UNKNOWN_PROFILE(Area.REQUEST, 400, "Name a profile that exists in the table AuroraRestoreConfig, or add this one."),
    NO_SUCH_PROFILE(Area.REQUEST, 404, "GET /profiles lists the profiles there are."),
    NOTHING_HERE(Area.REQUEST, 404, "GET /openapi.yaml lists the paths there are."),
    METHOD_NOT_ALLOWED(Area.REQUEST, 405, "Use a method that the header allow names."),
    UNSUPPORTED_MEDIA_TYPE(Area.REQUEST, 415, "Send the body as application/json."),
    CALLER_NOT_ALLOWED(Area.REQUEST, 403, "Ask for it in the profile's allowedCallers, or use another profile."),
    INVALID_PROFILE(Area.REQUEST, 500, "Correct the profile in the table AuroraRestoreConfig."),
    TARGET_NOT_ALLOWED(Area.REQUEST, 403, "Add the target to the profile's allowedTargets, or choose another profile."),
    SOURCE_NOT_ALLOWED(
            Area.REQUEST, 403, "Add the source cluster to the profile's allowedSources, or choose another profile."),
    SETTING_NOT_ALLOWED(
            Area.REQUEST,
            403,
            "Leave the settings to the profile, ask for them in its requestMay, or choose another profile."),
    TARGET_BUSY(
            Area.REQUEST,
            409,
            "Wait until the restore that holds the target has ended, then ask under a new request id."),
    DATA_LOSS_NOT_ACCEPTED(
            Area.REQUEST, 400, "Add \"finalSnapshot\": true or \"acceptDataLoss\": true to the request."),
    SETTINGS_UNSUITABLE(Area.REQUEST, 409, "Correct the request's or the profile's settings, as the message says."),
    CANCELLED(Area.REQUEST, 409, "It was cancelled; send a new request to restore again."),
    UNKNOWN_RESTORE(Area.REQUEST, 404, "Name a restore that exists, or a target that is being restored."),
    UNKNOWN_TARGET(Area.REQUEST, 404, "Name a target that was restored before: GET /restores lists restores."),
    NOT_POSSIBLE_NOW(Area.REQUEST, 409, "Look at the restore's status; the message says what it would have to be."),
    KEY_REUSED(Area.REQUEST, 422, "Send a new request id with a new request."),
    SNAPSHOT_NOT_FOUND(Area.SNAPSHOT, 404, "Check the snapshot's name, region and sharing."),
    SNAPSHOT_UNUSABLE(Area.SNAPSHOT, 409, "Choose another snapshot."),
    SOURCE_NOT_FOUND(Area.SNAPSHOT, 404, "Check the cluster's name, or ask by the resourceId of a deleted one."),
    SOURCE_UNUSABLE(Area.SNAPSHOT, 409, "Ask for another time, or for a snapshot, as the message says."),
    SOURCE_IS_TARGET(
            Area.SNAPSHOT, 409, "Ask with \"replace\": \"swap\": the cluster then stays until its successor serves."),
    REGION_UNREACHABLE(
            Area.SNAPSHOT, 502, "Check the region's name, whether the account has it, and the function's way to it."),
    SNAPSHOT_COPY_FAILED(Area.COPY, 502, "Check the snapshot quota and the KMS key, then send the request again."),
    KMS_KEY_NEEDED(Area.COPY, 400, "Set kmsKeyId in the profile: the snapshot is encrypted and has to be copied."),
    KMS_KEY_UNUSABLE(Area.COPY, 403, "Grant the service the use of the KMS key."),
    NAME_TAKEN(Area.RESTORE, 409, "Somebody else's resource has a name of ours: remove or rename it."),
    RESTORE_FAILED(Area.RESTORE, 502, "Look at the staging cluster's events in RDS."),
    INSTANCE_FAILED(
            Area.RESTORE, 502, "Look at the instance's events in RDS; perhaps another instance class is available."),
    CREDENTIALS_FAILED(Area.DATABASE, 502, "Look at the master secret and the cluster's events in RDS."),
    SECRET_UNUSABLE(
            Area.DATABASE,
            409,
            "Do what the message says, or give the secret a JSON value with username and password."),
    SECRET_IN_USE(
            Area.DATABASE,
            409,
            "Wait until the other restore has ended, or remove the AWSPENDING stage from the secret."),
    DATABASE_FAILED(
            Area.DATABASE, 502, "Correct the profile's users or scripts, or the source's roles, as the message says."),
    AUTHORITY_MISSING(
            Area.DATABASE,
            409,
            "Package the service with a bundle of authorities that has the region's (-Drds.ca-bundle=FILE), or name one"
                    + " in AURORA_RESTORE_TLS_CA of the database function."),
    CERTIFICATE_REFUSED(
            Area.DATABASE,
            502,
            "Do what the message says, then send the request again: the database was not spoken to."),
    CERTIFICATE_STALE(
            Area.DATABASE,
            502,
            "Stop and start the cluster as the message says, if clients verify its host name; with the setting certificate"
                    + " renew a restore does it itself."),
    HOOK_FAILED(
            Area.DATABASE, 502, "Look at what works for the hook of the profile; the message says what it answered."),
    VERIFICATION_FAILED(
            Area.DATABASE,
            502,
            "Look at the restored data: a check of the profile does not hold, or a script was not applied."),
    TARGET_EXISTS(Area.SWAP, 409, "Choose a target name that no cluster has, or ask with \"replace\": \"swap\"."),
    TARGET_PROTECTED(
            Area.SWAP, 403, "Tag the cluster and its instances aurora-restore:allowed=true if it may be replaced."),
    TARGET_UNSUITABLE(
            Area.SWAP, 409, "Bring the cluster into a state in which it can be replaced, as the message says."),
    TARGET_CHANGED(Area.SWAP, 409, "Somebody changed the target meanwhile; look at it, then send the request again."),
    PROMOTION_FAILED(Area.SWAP, 502, "Look at the cluster's events in RDS."),
    ENDPOINT_UNVERIFIED(Area.SWAP, 502, "Look at what answers at the target's endpoint."),
    RETIREMENT_FAILED(Area.DELETE, 502, "Remove the cluster that was set aside by hand."),
    BACKUP_QUOTA_EXCEEDED(
            Area.DELETE,
            429,
            "Delete retained automated backups that nobody needs, or raise their quota; then send the request again."),
    ARCHIVE_FAILED(Area.ARCHIVE, 502, "Remove or tag the copied snapshot by hand."),
    NOTIFICATION_FAILED(
            Area.NOTIFICATION, 502, "Look at the topics, the bus and the role's grants on them; it is tried again."),
    QUOTA_EXCEEDED(Area.GENERAL, 429, "Raise the quota or remove what is not needed."),
    ACCESS_DENIED(
            Area.GENERAL,
            403,
            "Grant the function's role the action that the message names; if that is a rename of a tagged cluster, deploy with PermitNewNames=true."),
    TIMED_OUT(Area.GENERAL, 504, "Look at the resource the message names; AWS took longer than the step's deadline."),
    GONE(Area.GENERAL, 409, "Something the restore needs was removed meanwhile; send the request again."),
    AWS_REFUSED(Area.GENERAL, 502, "Correct what the message says AWS refused."),
    RESTORE_TOO_LARGE(
            Area.GENERAL,
            500,
            "Abandon the restore, remove what it left, and ask for less: fewer tags, readers or scripts."),
    STORED_BY_NEWER_VERSION(
            Area.GENERAL, 409, "Deploy the later version of the service again: it goes on with the restore."),
    UNEXPECTED(Area.GENERAL, 500, "Look at the function's log; this is a defect of the service.");

    /** What was being done. */
    public enum Area {
        REQUEST("The request"),
        SNAPSHOT("Checking the source"),
        COPY("Copying the snapshot, and the copy's status"),
        RESTORE("Restoring, and the restored cluster's status"),
        DATABASE("Database users, credentials and checks"),
        SWAP("Taking the target's place"),
        DELETE("Deleting the old cluster, and its status"),
        ARCHIVE("Archiving the snapshot"),
        NOTIFICATION("Notification"),
        GENERAL("In general");

        private final String title;

        Area(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Area area;
    private final int httpStatus;
    private final String advice;

    FailureCode(Area area, int httpStatus, String advice) {
        this.area = area;
        this.httpStatus = httpStatus;
        this.advice = advice;
    }

    public Area area() {
        return area;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** What the operator does about it. */
    public String advice() {
        return advice;
    }
}
