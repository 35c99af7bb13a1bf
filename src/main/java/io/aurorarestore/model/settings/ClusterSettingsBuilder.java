package io.aurorarestore.model.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds {@link ClusterSettings}; what was said first stays, and null says nothing. */
public final class ClusterSettingsBuilder {

    private Optional<String> instanceClass = Optional.empty();
    private Optional<List<String>> instanceClasses = Optional.empty();
    private Optional<Integer> readers = Optional.empty();
    private Optional<Scaling> serverlessV2 = Optional.empty();
    private Optional<String> engineVersion = Optional.empty();
    private Optional<String> kmsKeyId = Optional.empty();
    private Optional<Integer> port = Optional.empty();
    private Optional<String> subnetGroup = Optional.empty();
    private Optional<List<String>> securityGroups = Optional.empty();
    private Optional<String> clusterParameterGroup = Optional.empty();
    private Optional<String> instanceParameterGroup = Optional.empty();
    private Optional<Boolean> publiclyAccessible = Optional.empty();
    private Optional<String> caCertificate = Optional.empty();
    private Optional<List<String>> logExports = Optional.empty();
    private Optional<Boolean> iamAuthentication = Optional.empty();
    private Optional<Boolean> deletionProtection = Optional.empty();
    private Optional<Integer> backupRetentionDays = Optional.empty();
    private Optional<String> backupWindow = Optional.empty();
    private Optional<String> maintenanceWindow = Optional.empty();
    private Optional<Map<String, String>> roles = Optional.empty();
    private Optional<Map<String, String>> tags = Optional.empty();
    private Optional<String> masterSecret = Optional.empty();
    private Optional<ArchiveMode> archive = Optional.empty();
    private Optional<Certificate> certificate = Optional.empty();
    private Optional<Retirement> retirement = Optional.empty();
    private Optional<Boolean> finalSnapshot = Optional.empty();
    private Attributes attributes = Attributes.NONE;

    ClusterSettingsBuilder() {}

    /** Takes over what is not said yet. */
    public ClusterSettingsBuilder take(ClusterSettings other) {
        return takeAllBut(other).attributes(other.attributes());
    }

    /** All but its attributes. */
    ClusterSettingsBuilder takeAllBut(ClusterSettings other) {
        instanceClass = instanceClass.or(other::instanceClass);
        instanceClasses = instanceClasses.or(other::instanceClasses);
        readers = readers.or(other::readers);
        serverlessV2 = serverlessV2.or(other::serverlessV2);
        engineVersion = engineVersion.or(other::engineVersion);
        kmsKeyId = kmsKeyId.or(other::kmsKeyId);
        port = port.or(other::port);
        subnetGroup = subnetGroup.or(other::subnetGroup);
        securityGroups = securityGroups.or(other::securityGroups);
        clusterParameterGroup = clusterParameterGroup.or(other::clusterParameterGroup);
        instanceParameterGroup = instanceParameterGroup.or(other::instanceParameterGroup);
        publiclyAccessible = publiclyAccessible.or(other::publiclyAccessible);
        caCertificate = caCertificate.or(other::caCertificate);
        logExports = logExports.or(other::logExports);
        iamAuthentication = iamAuthentication.or(other::iamAuthentication);
        deletionProtection = deletionProtection.or(other::deletionProtection);
        backupRetentionDays = backupRetentionDays.or(other::backupRetentionDays);
        backupWindow = backupWindow.or(other::backupWindow);
        maintenanceWindow = maintenanceWindow.or(other::maintenanceWindow);
        roles = roles.or(other::roles);
        tags = tags.or(other::tags);
        masterSecret = masterSecret.or(other::masterSecret);
        archive = archive.or(other::archive);
        certificate = certificate.or(other::certificate);
        retirement = retirement.or(other::retirement);
        finalSnapshot = finalSnapshot.or(other::finalSnapshot);
        return this;
    }

    public ClusterSettingsBuilder instanceClass(@Nullable String value) {
        instanceClass = instanceClass.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder instanceClasses(@Nullable List<String> value) {
        instanceClasses = instanceClasses.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder readers(@Nullable Integer value) {
        readers = readers.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder serverlessV2(@Nullable Scaling value) {
        serverlessV2 = serverlessV2.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder engineVersion(@Nullable String value) {
        engineVersion = engineVersion.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder kmsKeyId(@Nullable String value) {
        kmsKeyId = kmsKeyId.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder port(@Nullable Integer value) {
        port = port.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder subnetGroup(@Nullable String value) {
        subnetGroup = subnetGroup.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder securityGroups(@Nullable List<String> value) {
        securityGroups = securityGroups.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder clusterParameterGroup(@Nullable String value) {
        clusterParameterGroup = clusterParameterGroup.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder instanceParameterGroup(@Nullable String value) {
        instanceParameterGroup = instanceParameterGroup.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder publiclyAccessible(@Nullable Boolean value) {
        publiclyAccessible = publiclyAccessible.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder caCertificate(@Nullable String value) {
        caCertificate = caCertificate.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder logExports(@Nullable List<String> value) {
        logExports = logExports.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder iamAuthentication(@Nullable Boolean value) {
        iamAuthentication = iamAuthentication.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder deletionProtection(@Nullable Boolean value) {
        deletionProtection = deletionProtection.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder backupRetentionDays(@Nullable Integer value) {
        backupRetentionDays = backupRetentionDays.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder backupWindow(@Nullable String value) {
        backupWindow = backupWindow.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder maintenanceWindow(@Nullable String value) {
        maintenanceWindow = maintenanceWindow.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder roles(@Nullable Map<String, String> value) {
        roles = roles.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder tags(@Nullable Map<String, String> value) {
        tags = tags.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder masterSecret(@Nullable String value) {
        masterSecret = masterSecret.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder archive(@Nullable ArchiveMode value) {
        archive = archive.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder certificate(@Nullable Certificate value) {
        certificate = certificate.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder retirement(@Nullable Retirement value) {
        retirement = retirement.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder finalSnapshot(@Nullable Boolean value) {
        finalSnapshot = finalSnapshot.or(() -> Optional.ofNullable(value));
        return this;
    }

    public ClusterSettingsBuilder attribute(Attribute attribute, @Nullable Object value) {
        return attributes(Attributes.NONE.with(attribute, value));
    }

    public ClusterSettingsBuilder attributes(Attributes others) {
        attributes = attributes.over(others);
        return this;
    }

    public ClusterSettings build() {
        return new ClusterSettings(
                instanceClass,
                instanceClasses,
                readers,
                serverlessV2,
                engineVersion,
                kmsKeyId,
                port,
                subnetGroup,
                securityGroups,
                clusterParameterGroup,
                instanceParameterGroup,
                publiclyAccessible,
                caCertificate,
                logExports,
                iamAuthentication,
                deletionProtection,
                backupRetentionDays,
                backupWindow,
                maintenanceWindow,
                roles,
                tags,
                masterSecret,
                archive,
                certificate,
                retirement,
                finalSnapshot,
                attributes);
    }
}
