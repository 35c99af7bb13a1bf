package io.aurorarestore.model.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a restored cluster. Whatever is empty is not said here, and is left to the next weaker source:
 * request, profile, profile {@code default}, the cluster that is replaced, what is built in, RDS's own default.
 *
 * @param instanceClass of every instance, for instance {@code db.r6g.large} or {@code db.serverless}
 * @param instanceClasses of each instance, the writer first; only ever said by the cluster that is replaced
 * @param readers number of instances besides the writer, 0 to 15
 * @param engineVersion the snapshot's where nobody says another
 * @param kmsKeyId a key of the home region, for a copy or for a cluster of an unencrypted snapshot
 * @param port 1150 to 65535
 * @param backupRetentionDays 1 to 35
 * @param backupWindow UTC, for instance {@code 05:00-05:30}
 * @param maintenanceWindow of the cluster and of its instances, UTC, for instance {@code sun:06:00-sun:06:30}
 * @param roles IAM roles by the feature they serve
 * @param masterSecret name of the master user's secret, in which {@code {target}} stands for the target; {@code managed}
 *     leaves it to RDS
 * @param certificate whether the certificate is renewed after the rename
 * @param finalSnapshot whether the replaced cluster is snapshotted before it is deleted
 * @param attributes further ones, by RDS's own words
 */
public record ClusterSettings(
        Optional<String> instanceClass,
        Optional<List<String>> instanceClasses,
        Optional<Integer> readers,
        Optional<Scaling> serverlessV2,
        Optional<String> engineVersion,
        Optional<String> kmsKeyId,
        Optional<Integer> port,
        Optional<String> subnetGroup,
        Optional<List<String>> securityGroups,
        Optional<String> clusterParameterGroup,
        Optional<String> instanceParameterGroup,
        Optional<Boolean> publiclyAccessible,
        Optional<String> caCertificate,
        Optional<List<String>> logExports,
        Optional<Boolean> iamAuthentication,
        Optional<Boolean> deletionProtection,
        Optional<Integer> backupRetentionDays,
        Optional<String> backupWindow,
        Optional<String> maintenanceWindow,
        Optional<Map<String, String>> roles,
        Optional<Map<String, String>> tags,
        Optional<String> masterSecret,
        Optional<ArchiveMode> archive,
        Optional<Certificate> certificate,
        Optional<Retirement> retirement,
        Optional<Boolean> finalSnapshot,
        Attributes attributes) {

    public static final String MANAGED = "managed";

    /** In a secret's name: the target's. */
    public static final String TARGET = "{target}";

    /** Says nothing. */
    public static final ClusterSettings NONE = builder().build();

    public static ClusterSettingsBuilder builder() {
        return new ClusterSettingsBuilder();
    }

    /** These, and where they say nothing, those. */
    public ClusterSettings over(ClusterSettings weaker) {
        return new ClusterSettingsBuilder().take(this).take(weaker).build();
    }

    /** The same with other attributes. */
    public ClusterSettings withAttributes(Attributes others) {
        return new ClusterSettingsBuilder().attributes(others).takeAllBut(this).build();
    }

    /** What is said, by the setting's name. */
    public Map<String, Object> said() {
        Map<String, Object> said = new TreeMap<>();
        put(said, "instanceClass", instanceClass);
        put(said, "instanceClasses", instanceClasses);
        put(said, "readers", readers);
        put(said, "serverlessV2", serverlessV2);
        put(said, "engineVersion", engineVersion);
        put(said, "kmsKeyId", kmsKeyId);
        put(said, "port", port);
        put(said, "subnetGroup", subnetGroup);
        put(said, "securityGroups", securityGroups);
        put(said, "clusterParameterGroup", clusterParameterGroup);
        put(said, "instanceParameterGroup", instanceParameterGroup);
        put(said, "publiclyAccessible", publiclyAccessible);
        put(said, "caCertificate", caCertificate);
        put(said, "logExports", logExports);
        put(said, "iamAuthentication", iamAuthentication);
        put(said, "deletionProtection", deletionProtection);
        put(said, "backupRetentionDays", backupRetentionDays);
        put(said, "backupWindow", backupWindow);
        put(said, "maintenanceWindow", maintenanceWindow);
        put(said, "roles", roles);
        put(said, "tags", tags);
        put(said, "masterSecret", masterSecret);
        put(said, "archive", archive);
        put(said, "certificate", certificate);
        put(said, "retirement", retirement);
        put(said, "finalSnapshot", finalSnapshot);
        said.putAll(attributes.bySetting());
        return said;
    }

    private static void put(Map<String, Object> said, String name, Optional<?> value) {
        value.ifPresent(present -> said.put(name, present));
    }
}
