package io.aurorarestore.model.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names what RDS calls the members of a cluster and of its instances that a restored one gets from the one it replaces.
 * Each is a setting of that name, too.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html">DBCluster</a>
 */
public enum Attribute {
    STORAGE_TYPE("storageType", Kind.TEXT, "aurora", "aurora-iopt1"),
    NETWORK_TYPE("networkType", Kind.TEXT, "IPV4", "DUAL"),
    /** Of a version past its standard support; said when a cluster is made, or never. */
    ENGINE_LIFECYCLE_SUPPORT(
            "engineLifecycleSupport",
            Kind.TEXT,
            "open-source-rds-extended-support",
            "open-source-rds-extended-support-disabled"),
    /** The id of the directory for Kerberos. */
    DOMAIN("domain", Kind.TEXT),
    /** The name of the role by which RDS asks that directory. */
    DOMAIN_ROLE("domainRole", Kind.TEXT),
    COPY_TAGS_TO_SNAPSHOT("copyTagsToSnapshot", Kind.FLAG),
    DATA_API("dataApi", Kind.FLAG),
    DATABASE_INSIGHTS("databaseInsights", Kind.TEXT, "standard", "advanced"),
    PERFORMANCE_INSIGHTS("performanceInsights", Kind.FLAG),
    /** 7, a multiple of 31, or 731. */
    PERFORMANCE_INSIGHTS_DAYS("performanceInsightsDays", Kind.NUMBER),
    PERFORMANCE_INSIGHTS_KEY("performanceInsightsKey", Kind.TEXT),
    /** Of Enhanced Monitoring, in seconds; 0 turns it off. */
    MONITORING_INTERVAL("monitoringInterval", Kind.NUMBER, "0", "1", "5", "10", "15", "30", "60"),
    /** The ARN of the role by which RDS writes that. */
    MONITORING_ROLE("monitoringRole", Kind.TEXT),
    LOCAL_WRITE_FORWARDING("localWriteForwarding", Kind.FLAG),
    /** The key of the secret that RDS manages. */
    MASTER_SECRET_KEY("masterSecretKey", Kind.TEXT),
    AUTO_MINOR_VERSION_UPGRADE("autoMinorVersionUpgrade", Kind.FLAG),
    /** Of each instance, the writer first; the lowest is promoted first. */
    PROMOTION_TIERS("promotionTiers", Kind.NUMBERS),
    /** Of each instance, the writer first; an empty one is left to RDS. */
    AVAILABILITY_ZONES("availabilityZones", Kind.TEXTS),
    /** Whether the new instances are given the old ones' names in the end. */
    INSTANCE_NAMES("instanceNames", Kind.TEXT, "own", "keep");

    /** What a value is. */
    public enum Kind {
        TEXT,
        FLAG,
        NUMBER,
        TEXTS,
        NUMBERS
    }

    /** Keys, networks, the domain and roles: a request may never say them. */
    private static final Set<Attribute> NEVER_OF_REQUESTS =
            Set.of(NETWORK_TYPE, DOMAIN, DOMAIN_ROLE, PERFORMANCE_INSIGHTS_KEY, MONITORING_ROLE, MASTER_SECRET_KEY);

    private static final String BETWEEN = ",";

    private final String setting;
    private final Kind kind;
    private final String words;

    Attribute(String setting, Kind kind, String... words) {
        this.setting = setting;
        this.kind = kind;
        this.words = String.join(BETWEEN, words);
    }

    public static Optional<Attribute> ofSetting(String name) {
        return Arrays.stream(values()).filter(one -> one.setting.equals(name)).findFirst();
    }

    /** The name of the setting. */
    public String setting() {
        return setting;
    }

    public Kind kind() {
        return kind;
    }

    /** All that a value may be, where that is known; else empty. */
    public List<String> words() {
        return words.isEmpty() ? List.of() : List.of(words.split(BETWEEN));
    }

    /** Whether a profile may let requests say it. */
    public boolean isRequestable() {
        return !NEVER_OF_REQUESTS.contains(this);
    }

    /** Whether it has a value for each instance, the writer's first. */
    public boolean isByInstance() {
        return kind == Kind.TEXTS || kind == Kind.NUMBERS;
    }
}
