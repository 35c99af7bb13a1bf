package io.aurorarestore.local.rds;

/** What an event is about, in the words that EventBridge, ARNs and DescribeEvents have for it. */
public enum SourceType {
    CLUSTER("RDS DB Cluster Event", "cluster", "db-cluster"),
    CLUSTER_SNAPSHOT("RDS DB Cluster Snapshot Event", "cluster-snapshot", "db-cluster-snapshot"),
    DB_INSTANCE("RDS DB Instance Event", "db", "db-instance");

    private final String detailType;
    private final String arnKind;
    private final String apiName;

    SourceType(String detailType, String arnKind, String apiName) {
        this.detailType = detailType;
        this.arnKind = arnKind;
        this.apiName = apiName;
    }

    /** The {@code detail-type} on EventBridge. */
    public String detailType() {
        return detailType;
    }

    /** The kind of resource in an ARN. */
    public String arnKind() {
        return arnKind;
    }

    /** The {@code SourceType} of DescribeEvents. */
    public String apiName() {
        return apiName;
    }
}
