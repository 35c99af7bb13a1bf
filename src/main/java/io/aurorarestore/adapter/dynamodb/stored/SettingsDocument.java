package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Attributes;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.Scaling;
import java.util.Map;
import java.util.Optional;

/** Maps the settings of a cluster to their stored JSON, and back: what is not said is not there. */
final class SettingsDocument {

    private SettingsDocument() {}

    static StoredJson write(ClusterSettings settings) {
        return new StoredJson()
                .text("instanceClass", settings.instanceClass())
                .texts("instanceClasses", settings.instanceClasses())
                .number("readers", settings.readers())
                .object("serverlessV2", settings.serverlessV2(), SettingsDocument::write)
                .text("engineVersion", settings.engineVersion())
                .text("kmsKeyId", settings.kmsKeyId())
                .number("port", settings.port())
                .text("subnetGroup", settings.subnetGroup())
                .texts("securityGroups", settings.securityGroups())
                .text("clusterParameterGroup", settings.clusterParameterGroup())
                .text("instanceParameterGroup", settings.instanceParameterGroup())
                .flag("publiclyAccessible", settings.publiclyAccessible())
                .text("caCertificate", settings.caCertificate())
                .texts("logExports", settings.logExports())
                .flag("iamAuthentication", settings.iamAuthentication())
                .flag("deletionProtection", settings.deletionProtection())
                .number("backupRetentionDays", settings.backupRetentionDays())
                .text("backupWindow", settings.backupWindow())
                .text("maintenanceWindow", settings.maintenanceWindow())
                .textMap("roles", settings.roles())
                .textMap("tags", settings.tags())
                .text("masterSecret", settings.masterSecret())
                .constant("archive", settings.archive())
                .constant("certificate", settings.certificate())
                .object("retirement", settings.retirement(), SettingsDocument::write)
                .flag("finalSnapshot", settings.finalSnapshot())
                .textMap("attributes", said(settings.attributes()));
    }

    private static Optional<Map<String, String>> said(Attributes attributes) {
        return Optional.of(attributes.bySetting()).filter(some -> !some.isEmpty());
    }

    private static StoredJson write(Scaling scaling) {
        return new StoredJson()
                .decimal("min", scaling.min())
                .decimal("max", scaling.max())
                .number("secondsUntilAutoPause", scaling.secondsUntilAutoPause());
    }

    private static StoredJson write(Retirement retirement) {
        return new StoredJson().text("after", retirement.after());
    }

    static ClusterSettings read(StoredFields stored) {
        return ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_CLASS, stored.maybeText("instanceClass"))
                .with(ClusterSetting.INSTANCE_CLASSES, stored.maybeTexts("instanceClasses"))
                .with(ClusterSetting.READERS, stored.maybeNumber("readers"))
                .with(ClusterSetting.SERVERLESS_V2, stored.maybe("serverlessV2", SettingsDocument::scaling))
                .with(ClusterSetting.ENGINE_VERSION, stored.maybeText("engineVersion"))
                .with(ClusterSetting.KMS_KEY_ID, stored.maybeText("kmsKeyId"))
                .with(ClusterSetting.PORT, stored.maybeNumber("port"))
                .with(ClusterSetting.SUBNET_GROUP, stored.maybeText("subnetGroup"))
                .with(ClusterSetting.SECURITY_GROUPS, stored.maybeTexts("securityGroups"))
                .with(ClusterSetting.CLUSTER_PARAMETER_GROUP, stored.maybeText("clusterParameterGroup"))
                .with(ClusterSetting.INSTANCE_PARAMETER_GROUP, stored.maybeText("instanceParameterGroup"))
                .with(ClusterSetting.PUBLICLY_ACCESSIBLE, stored.maybeFlag("publiclyAccessible"))
                .with(ClusterSetting.CA_CERTIFICATE, stored.maybeText("caCertificate"))
                .with(ClusterSetting.LOG_EXPORTS, stored.maybeTexts("logExports"))
                .with(ClusterSetting.IAM_AUTHENTICATION, stored.maybeFlag("iamAuthentication"))
                .with(ClusterSetting.DELETION_PROTECTION, stored.maybeFlag("deletionProtection"))
                .with(ClusterSetting.BACKUP_RETENTION_DAYS, stored.maybeNumber("backupRetentionDays"))
                .with(ClusterSetting.BACKUP_WINDOW, stored.maybeText("backupWindow"))
                .with(ClusterSetting.MAINTENANCE_WINDOW, stored.maybeText("maintenanceWindow"))
                .with(ClusterSetting.ROLES, stored.maybeTextMap("roles"))
                .with(ClusterSetting.TAGS, stored.maybeTextMap("tags"))
                .with(ClusterSetting.MASTER_SECRET, stored.maybeText("masterSecret"))
                .with(ClusterSetting.ARCHIVE, stored.maybeConstant("archive", ArchiveMode.class))
                .with(ClusterSetting.CERTIFICATE, stored.maybeConstant("certificate", Certificate.class))
                .with(ClusterSetting.RETIREMENT, stored.maybe("retirement", SettingsDocument::retirement))
                .with(ClusterSetting.FINAL_SNAPSHOT, stored.maybeFlag("finalSnapshot"))
                .attributes(Attributes.bySetting(stored.textMap("attributes")))
                .build();
    }

    private static Scaling scaling(StoredFields stored) {
        return new Scaling(stored.decimal("min"), stored.decimal("max"), stored.maybeNumber("secondsUntilAutoPause"));
    }

    private static Retirement retirement(StoredFields stored) {
        return new Retirement(stored.maybeDuration("after"));
    }
}
