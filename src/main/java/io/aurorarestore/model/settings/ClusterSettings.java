package io.aurorarestore.model.settings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a restored cluster. Whatever is not said here is left to the next weaker source: request, profile,
 * profile {@code default}, the cluster that is replaced, what is built in, RDS's own default.
 *
 * @param values of the settings that are said
 * @param attributes further ones, by RDS's own words
 */
public record ClusterSettings(NavigableMap<ClusterSetting<?>, Object> values, Attributes attributes) {

    public static final String MANAGED = "managed";

    /** In a secret's name: the target's. */
    public static final String TARGET = "{target}";

    /** Says nothing. */
    public static final ClusterSettings NONE = builder().build();

    public ClusterSettings {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** These, and where they say nothing, those. */
    public ClusterSettings over(ClusterSettings weaker) {
        return builder().take(this).take(weaker).build();
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

    /** Only {@link Builder#with} puts a value in, and it has the setting's type. */
    @SuppressWarnings("unchecked")
    private <T> Optional<T> of(ClusterSetting<T> setting) {
        return Optional.ofNullable((T) values.get(setting));
    }

    public Optional<String> instanceClass() {
        return of(ClusterSetting.INSTANCE_CLASS);
    }

    public Optional<List<String>> instanceClasses() {
        return of(ClusterSetting.INSTANCE_CLASSES);
    }

    public Optional<Integer> readers() {
        return of(ClusterSetting.READERS);
    }

    public Optional<Scaling> serverlessV2() {
        return of(ClusterSetting.SERVERLESS_V2);
    }

    public Optional<String> engineVersion() {
        return of(ClusterSetting.ENGINE_VERSION);
    }

    public Optional<String> kmsKeyId() {
        return of(ClusterSetting.KMS_KEY_ID);
    }

    public Optional<Integer> port() {
        return of(ClusterSetting.PORT);
    }

    public Optional<String> subnetGroup() {
        return of(ClusterSetting.SUBNET_GROUP);
    }

    public Optional<List<String>> securityGroups() {
        return of(ClusterSetting.SECURITY_GROUPS);
    }

    public Optional<String> clusterParameterGroup() {
        return of(ClusterSetting.CLUSTER_PARAMETER_GROUP);
    }

    public Optional<String> instanceParameterGroup() {
        return of(ClusterSetting.INSTANCE_PARAMETER_GROUP);
    }

    public Optional<Boolean> publiclyAccessible() {
        return of(ClusterSetting.PUBLICLY_ACCESSIBLE);
    }

    public Optional<String> caCertificate() {
        return of(ClusterSetting.CA_CERTIFICATE);
    }

    public Optional<List<String>> logExports() {
        return of(ClusterSetting.LOG_EXPORTS);
    }

    public Optional<Boolean> iamAuthentication() {
        return of(ClusterSetting.IAM_AUTHENTICATION);
    }

    public Optional<Boolean> deletionProtection() {
        return of(ClusterSetting.DELETION_PROTECTION);
    }

    public Optional<Integer> backupRetentionDays() {
        return of(ClusterSetting.BACKUP_RETENTION_DAYS);
    }

    public Optional<String> backupWindow() {
        return of(ClusterSetting.BACKUP_WINDOW);
    }

    public Optional<String> maintenanceWindow() {
        return of(ClusterSetting.MAINTENANCE_WINDOW);
    }

    public Optional<Map<String, String>> roles() {
        return of(ClusterSetting.ROLES);
    }

    public Optional<Map<String, String>> tags() {
        return of(ClusterSetting.TAGS);
    }

    public Optional<String> masterSecret() {
        return of(ClusterSetting.MASTER_SECRET);
    }

    public Optional<ArchiveMode> archive() {
        return of(ClusterSetting.ARCHIVE);
    }

    public Optional<Certificate> certificate() {
        return of(ClusterSetting.CERTIFICATE);
    }

    public Optional<Retirement> retirement() {
        return of(ClusterSetting.RETIREMENT);
    }

    public Optional<Boolean> finalSnapshot() {
        return of(ClusterSetting.FINAL_SNAPSHOT);
    }

    /** Gathers settings; what was said first stays, and null says nothing. */
    public static final class Builder {

        private final NavigableMap<ClusterSetting<?>, Object> values = new TreeMap<>();
        private Attributes attributes = Attributes.NONE;

        private Builder() {}

        public <T> Builder with(ClusterSetting<T> setting, @Nullable T value) {
            if (value != null) {
                values.putIfAbsent(setting, value);
            }
            return this;
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
