package io.aurorarestore.model.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names a setting of a restored cluster, and says what its value is. What RDS has words of its own for is an
 * {@link Attribute}.
 *
 * @param name as requests and profiles say it
 */
public record ClusterSetting<T>(String name) {

    /** Of every instance, for instance {@code db.r6g.large} or {@code db.serverless}. */
    public static final ClusterSetting<String> INSTANCE_CLASS = new ClusterSetting<>("instanceClass");

    /** Of each instance, the writer first; only ever said by the cluster that is replaced. */
    public static final ClusterSetting<List<String>> INSTANCE_CLASSES = new ClusterSetting<>("instanceClasses");

    /** The number of instances besides the writer, 0 to 15. */
    public static final ClusterSetting<Integer> READERS = new ClusterSetting<>("readers");

    public static final ClusterSetting<Scaling> SERVERLESS_V2 = new ClusterSetting<>("serverlessV2");

    /** The snapshot's where nobody says another. */
    public static final ClusterSetting<String> ENGINE_VERSION = new ClusterSetting<>("engineVersion");

    /** A key of the home region, for a copy or for a cluster of an unencrypted snapshot. */
    public static final ClusterSetting<String> KMS_KEY_ID = new ClusterSetting<>("kmsKeyId");

    /** 1150 to 65535. */
    public static final ClusterSetting<Integer> PORT = new ClusterSetting<>("port");

    public static final ClusterSetting<String> SUBNET_GROUP = new ClusterSetting<>("subnetGroup");
    public static final ClusterSetting<List<String>> SECURITY_GROUPS = new ClusterSetting<>("securityGroups");
    public static final ClusterSetting<String> CLUSTER_PARAMETER_GROUP = new ClusterSetting<>("clusterParameterGroup");
    public static final ClusterSetting<String> INSTANCE_PARAMETER_GROUP =
            new ClusterSetting<>("instanceParameterGroup");
    public static final ClusterSetting<Boolean> PUBLICLY_ACCESSIBLE = new ClusterSetting<>("publiclyAccessible");
    public static final ClusterSetting<String> CA_CERTIFICATE = new ClusterSetting<>("caCertificate");
    public static final ClusterSetting<List<String>> LOG_EXPORTS = new ClusterSetting<>("logExports");
    public static final ClusterSetting<Boolean> IAM_AUTHENTICATION = new ClusterSetting<>("iamAuthentication");
    public static final ClusterSetting<Boolean> DELETION_PROTECTION = new ClusterSetting<>("deletionProtection");

    /** 1 to 35. */
    public static final ClusterSetting<Integer> BACKUP_RETENTION_DAYS = new ClusterSetting<>("backupRetentionDays");

    /** UTC, for instance {@code 05:00-05:30}. */
    public static final ClusterSetting<String> BACKUP_WINDOW = new ClusterSetting<>("backupWindow");

    /** Of the cluster and of its instances, UTC, for instance {@code sun:06:00-sun:06:30}. */
    public static final ClusterSetting<String> MAINTENANCE_WINDOW = new ClusterSetting<>("maintenanceWindow");

    /** IAM roles by the feature they serve. */
    public static final ClusterSetting<Map<String, String>> ROLES = new ClusterSetting<>("roles");

    public static final ClusterSetting<Map<String, String>> TAGS = new ClusterSetting<>("tags");

    /** The name of the master user's secret, in which {@code {target}} stands for the target; {@code managed} leaves it to RDS. */
    public static final ClusterSetting<String> MASTER_SECRET = new ClusterSetting<>("masterSecret");

    public static final ClusterSetting<ArchiveMode> ARCHIVE = new ClusterSetting<>("archive");

    /** Whether the certificate is renewed after the rename. */
    public static final ClusterSetting<Certificate> CERTIFICATE = new ClusterSetting<>("certificate");

    public static final ClusterSetting<Retirement> RETIREMENT = new ClusterSetting<>("retirement");

    /** Whether the replaced cluster is snapshotted before it is deleted. */
    public static final ClusterSetting<Boolean> FINAL_SNAPSHOT = new ClusterSetting<>("finalSnapshot");

    /** Its value, if it is said; {@link ClusterSettings.Builder#with} puts in no other type. */
    @SuppressWarnings("unchecked")
    Optional<T> of(Map<ClusterSetting<?>, Object> said) {
        return Optional.ofNullable((T) said.get(this));
    }
}
