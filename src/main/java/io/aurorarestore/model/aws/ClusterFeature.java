package io.aurorarestore.model.aws;

/** The features of a cluster that a restored one would not get, as DescribeDBClusters shows them. */
public enum ClusterFeature {
    /** Aurora PostgreSQL Limitless Database: nothing that restores by name can stand in for one. */
    LIMITLESS,
    /** A database activity stream that is started, or starting. */
    ACTIVITY_STREAM,
    /** Made with express configuration, outside of any VPC: it is shown without a DB subnet group. */
    EXPRESS,
    /** Of another engine, as a Multi-AZ DB cluster of RDS is. */
    NOT_AURORA
}
