package io.aurorarestore.model.settings;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a restored cluster. Whatever is not said here is left to the next weaker source: request, profile,
 * profile {@code default}, the cluster that is replaced, what is built in, RDS's own default.
 *
 * @param values of the settings that are said
 * @param attributes further ones, by RDS's own words
 */
public record ClusterSettings(Map<ClusterSetting<?>, Object> values, Attributes attributes) {

    public static final String MANAGED = "managed";

    /** In a secret's name: the target's. */
    public static final String TARGET = "{target}";

    /** Says nothing. */
    public static final ClusterSettings NONE = builder().build();

    public ClusterSettings {
        values = Collections.unmodifiableMap(new HashMap<>(values));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** These, and where they say nothing, those. */
    public ClusterSettings over(ClusterSettings weaker) {
        return builder().take(this).take(weaker).build();
    }

    /** What is said of these settings, and of nothing else. */
    public ClusterSettings only(ClusterSetting<?>... wanted) {
        Map<ClusterSetting<?>, Object> some = new HashMap<>(values);
        some.keySet().retainAll(Set.of(wanted));
        return new ClusterSettings(some, Attributes.NONE);
    }

    /** The same with other attributes. */
    public ClusterSettings withAttributes(Attributes others) {
        return new ClusterSettings(values, others);
    }

    /** What is said, by the setting's name. */
    public Map<String, Object> said() {
        Map<String, Object> said = new TreeMap<>();
        values.forEach((setting, value) -> said.put(setting.name(), value));
        said.putAll(attributes.bySetting());
        return said;
    }

    public Optional<String> instanceClass() {
        return ClusterSetting.INSTANCE_CLASS.of(values);
    }

    public Optional<List<String>> instanceClasses() {
        return ClusterSetting.INSTANCE_CLASSES.of(values);
    }

    public Optional<Integer> readers() {
        return ClusterSetting.READERS.of(values);
    }

    public Optional<Scaling> serverlessV2() {
        return ClusterSetting.SERVERLESS_V2.of(values);
    }

    public Optional<String> engineVersion() {
        return ClusterSetting.ENGINE_VERSION.of(values);
    }

    public Optional<String> kmsKeyId() {
        return ClusterSetting.KMS_KEY_ID.of(values);
    }

    public Optional<Integer> port() {
        return ClusterSetting.PORT.of(values);
    }

    public Optional<String> subnetGroup() {
        return ClusterSetting.SUBNET_GROUP.of(values);
    }

    public Optional<List<String>> securityGroups() {
        return ClusterSetting.SECURITY_GROUPS.of(values);
    }

    public Optional<String> clusterParameterGroup() {
        return ClusterSetting.CLUSTER_PARAMETER_GROUP.of(values);
    }

    public Optional<String> instanceParameterGroup() {
        return ClusterSetting.INSTANCE_PARAMETER_GROUP.of(values);
    }

    public Optional<Boolean> publiclyAccessible() {
        return ClusterSetting.PUBLICLY_ACCESSIBLE.of(values);
    }

    public Optional<String> caCertificate() {
        return ClusterSetting.CA_CERTIFICATE.of(values);
    }

    public Optional<List<String>> logExports() {
        return ClusterSetting.LOG_EXPORTS.of(values);
    }

    public Optional<Boolean> iamAuthentication() {
        return ClusterSetting.IAM_AUTHENTICATION.of(values);
    }

    public Optional<Boolean> deletionProtection() {
        return ClusterSetting.DELETION_PROTECTION.of(values);
    }

    public Optional<Integer> backupRetentionDays() {
        return ClusterSetting.BACKUP_RETENTION_DAYS.of(values);
    }

    public Optional<String> backupWindow() {
        return ClusterSetting.BACKUP_WINDOW.of(values);
    }

    public Optional<String> maintenanceWindow() {
        return ClusterSetting.MAINTENANCE_WINDOW.of(values);
    }

    public Optional<Map<String, String>> roles() {
        return ClusterSetting.ROLES.of(values);
    }

    public Optional<Map<String, String>> tags() {
        return ClusterSetting.TAGS.of(values);
    }

    public Optional<String> masterSecret() {
        return ClusterSetting.MASTER_SECRET.of(values);
    }

    public Optional<ArchiveMode> archive() {
        return ClusterSetting.ARCHIVE.of(values);
    }

    public Optional<Certificate> certificate() {
        return ClusterSetting.CERTIFICATE.of(values);
    }

    public Optional<Retirement> retirement() {
        return ClusterSetting.RETIREMENT.of(values);
    }

    public Optional<Boolean> finalSnapshot() {
        return ClusterSetting.FINAL_SNAPSHOT.of(values);
    }

    /** Gathers settings; what was said first stays, and null says nothing. */
    public static final class Builder {

        private final Map<ClusterSetting<?>, Object> values = new HashMap<>();
        private Attributes attributes = Attributes.NONE;

        private Builder() {}

        public <T> Builder with(ClusterSetting<T> setting, @Nullable T value) {
            if (value != null) {
                values.putIfAbsent(setting, value);
            }
            return this;
        }

        public <T> Builder with(ClusterSetting<T> setting, Optional<T> value) {
            return with(setting, value.orElse(null));
        }

        public Builder attribute(Attribute attribute, @Nullable Object value) {
            return attributes(Attributes.NONE.with(attribute, value));
        }

        public Builder attributes(Attributes others) {
            attributes = attributes.over(others);
            return this;
        }

        /** Takes over what is not said yet. */
        public Builder take(ClusterSettings other) {
            other.values.forEach(values::putIfAbsent);
            return attributes(other.attributes);
        }

        public ClusterSettings build() {
            return new ClusterSettings(values, attributes);
        }
    }
}
