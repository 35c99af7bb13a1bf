package io.aurorarestore.model.aws;

/** Names what an instance class or an engine version can, in the words in which it is told that it cannot. */
public final class Capability {

    public static final String PERFORMANCE_INSIGHTS = "Performance Insights";
    public static final String ENHANCED_MONITORING = "Enhanced Monitoring";
    public static final String KERBEROS = "a domain";
    public static final String DATA_API = "the Data API";
    public static final String LOCAL_WRITE_FORWARDING = "local write forwarding";

    /** Before the name of a storage type. */
    public static final String STORAGE = "storage type ";

    /** Before the name of a network type. */
    public static final String NETWORK = "network type ";

    /** Before the name of an availability zone. */
    public static final String ZONE = "availability zone ";

    private Capability() {}
}
