package io.aurorarestore.local.rds;

/**
 * The events that the simulated RDS sends: AWS's ids, categories and words, without the full stop that the
 * documentation's table adds.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Events.Messages.html">Event
 *     categories and event messages for Aurora</a>
 */
public enum EventKind {
    SNAPSHOT_CREATING(SourceType.CLUSTER_SNAPSHOT, "0074", "backup", "Creating manual cluster snapshot"),
    SNAPSHOT_CREATED(SourceType.CLUSTER_SNAPSHOT, "0075", "backup", "Manual cluster snapshot created"),
    AUTOMATED_CREATING(SourceType.CLUSTER_SNAPSHOT, "0168", "backup", "Creating automated cluster snapshot"),
    AUTOMATED_CREATED(SourceType.CLUSTER_SNAPSHOT, "0169", "backup", "Automated cluster snapshot created"),

    CLUSTER_CREATED(SourceType.CLUSTER, "0170", "creation", "DB cluster created"),
    CLUSTER_DELETED(SourceType.CLUSTER, "0171", "deletion", "DB cluster deleted"),
    CLUSTER_RENAMED(SourceType.CLUSTER, "0172", "notification", "Renamed cluster from %s to %s"),
    CREDENTIALS_RESET(SourceType.CLUSTER, "0016", "configuration change", "Reset master credentials"),
    CLUSTER_STOPPED(SourceType.CLUSTER, "0150", "notification", "DB cluster stopped"),
    CLUSTER_STARTED(SourceType.CLUSTER, "0151", "notification", "DB cluster started"),
    CLUSTER_INCOMPATIBLE(
            SourceType.CLUSTER,
            "0354",
            "failure",
            "You can't create the DB cluster because of incompatible resources. %s"),
    CLUSTER_OVER_LIMITS(
            SourceType.CLUSTER,
            "0355",
            "failure",
            "The DB cluster can't be created because of insufficient resource limits. %s"),

    INSTANCE_CREATED(SourceType.DB_INSTANCE, "0005", "creation", "DB instance created"),
    INSTANCE_DELETED(SourceType.DB_INSTANCE, "0003", "deletion", "DB instance deleted"),
    INSTANCE_SHUT_DOWN(SourceType.DB_INSTANCE, "0004", "availability", "DB instance shutdown"),
    INSTANCE_RESTARTED(SourceType.DB_INSTANCE, "0006", "availability", "DB instance restarted"),
    INSTANCE_STOPPED(SourceType.DB_INSTANCE, "0087", "notification", "DB instance stopped"),
    INSTANCE_STARTED(SourceType.DB_INSTANCE, "0088", "notification", "DB instance started"),
    INSTANCE_PUT_INTO(SourceType.DB_INSTANCE, "0035", "failure", "Database instance put into %s. %s"),
    INSTANCE_NETWORK(SourceType.DB_INSTANCE, "0036", "failure", "Database instance in %s. %s"),
    INSTANCE_OVER_LIMITS(
            SourceType.DB_INSTANCE,
            "0353",
            "failure",
            "The DB instance can't be created because of insufficient resource limits. %s"),
    PASSWORD_NOT_RESET(
            SourceType.DB_INSTANCE,
            "0067",
            "configuration change",
            "Unable to reset your password. Error information: %s");

    private final SourceType source;
    private final String number;
    private final String category;
    private final String message;

    EventKind(SourceType source, String number, String category, String message) {
        this.source = source;
        this.number = number;
        this.category = category;
        this.message = message;
    }

    public SourceType source() {
        return source;
    }

    /** For instance {@code RDS-EVENT-0170}. */
    public String id() {
        return "RDS-EVENT-" + number;
    }

    public String category() {
        return category;
    }

    String message(Object... words) {
        return message.formatted(words);
    }
}
