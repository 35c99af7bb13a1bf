package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Attributes;
import io.aurorarestore.model.settings.Certificate;
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
                .instanceClass(stored.maybeText("instanceClass").orElse(null))
                .instanceClasses(stored.maybeTexts("instanceClasses").orElse(null))
                .readers(stored.maybeNumber("readers").orElse(null))
                .serverlessV2(
                        stored.maybe("serverlessV2", SettingsDocument::scaling).orElse(null))
                .engineVersion(stored.maybeText("engineVersion").orElse(null))
                .kmsKeyId(stored.maybeText("kmsKeyId").orElse(null))
                .port(stored.maybeNumber("port").orElse(null))
                .subnetGroup(stored.maybeText("subnetGroup").orElse(null))
                .securityGroups(stored.maybeTexts("securityGroups").orElse(null))
                .clusterParameterGroup(stored.maybeText("clusterParameterGroup").orElse(null))
                .instanceParameterGroup(
                        stored.maybeText("instanceParameterGroup").orElse(null))
                .publiclyAccessible(stored.maybeFlag("publiclyAccessible").orElse(null))
                .caCertificate(stored.maybeText("caCertificate").orElse(null))
                .logExports(stored.maybeTexts("logExports").orElse(null))
                .iamAuthentication(stored.maybeFlag("iamAuthentication").orElse(null))
                .deletionProtection(stored.maybeFlag("deletionProtection").orElse(null))
                .backupRetentionDays(stored.maybeNumber("backupRetentionDays").orElse(null))
                .backupWindow(stored.maybeText("backupWindow").orElse(null))
                .maintenanceWindow(stored.maybeText("maintenanceWindow").orElse(null))
                .roles(stored.maybeTextMap("roles").orElse(null))
                .tags(stored.maybeTextMap("tags").orElse(null))
                .masterSecret(stored.maybeText("masterSecret").orElse(null))
                .archive(stored.maybeConstant("archive", ArchiveMode.class).orElse(null))
                .certificate(
                        stored.maybeConstant("certificate", Certificate.class).orElse(null))
                .retirement(
                        stored.maybe("retirement", SettingsDocument::retirement).orElse(null))
                .finalSnapshot(stored.maybeFlag("finalSnapshot").orElse(null))
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
