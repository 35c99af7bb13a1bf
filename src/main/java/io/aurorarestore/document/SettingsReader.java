package io.aurorarestore.document;

import io.aurorarestore.restore.Archive;
import io.aurorarestore.restore.ClusterSettings;
import io.aurorarestore.restore.Retirement;
import io.aurorarestore.restore.Scaling;
import java.util.Optional;

/** Reads how a restored cluster is to be, from a request or a profile. */
public final class SettingsReader {

    private static final double LEAST = 0.5;

    private SettingsReader() {}

    public static ClusterSettings read(Fields fields) {
        return ClusterSettings.builder()
                .instanceClass(fields.text("instanceClass").orElse(null))
                .readers(fields.number("readers", 0, 15).orElse(null))
                .serverlessV2(fields.has("serverlessV2") ? scaling(fields.object("serverlessV2")) : null)
                .engineVersion(fields.text("engineVersion").orElse(null))
                .kmsKeyId(fields.text("kmsKeyId").orElse(null))
                .port(fields.number("port", 1150, 65535).orElse(null))
                .subnetGroup(fields.text("subnetGroup").orElse(null))
                .securityGroups(fields.texts("securityGroups").orElse(null))
                .clusterParameterGroup(fields.text("clusterParameterGroup").orElse(null))
                .instanceParameterGroup(fields.text("instanceParameterGroup").orElse(null))
                .publiclyAccessible(fields.flag("publiclyAccessible").orElse(null))
                .caCertificate(fields.text("caCertificate").orElse(null))
                .logExports(fields.texts("logExports").orElse(null))
                .iamAuthentication(fields.flag("iamAuthentication").orElse(null))
                .deletionProtection(fields.flag("deletionProtection").orElse(null))
                .backupRetentionDays(fields.number("backupRetentionDays", 1, 35).orElse(null))
                .backupWindow(fields.text("backupWindow").orElse(null))
                .maintenanceWindow(fields.text("maintenanceWindow").orElse(null))
                .tags(fields.textMap("tags").orElse(null))
                .masterSecret(fields.text("masterSecret").orElse(null))
                .archive(fields.word("archive", Archive.values()).orElse(null))
                .retirement(fields.parsed("retirement", Retirement::parse).orElse(null))
                .finalSnapshot(fields.flag("finalSnapshot").orElse(null))
                .build();
    }

    private static Scaling scaling(Fields fields) {
        Optional<Double> min = fields.decimal("min", 0, 256);
        Optional<Double> max = fields.decimal("max", LEAST, 256);
        Optional<Integer> pause = fields.number("secondsUntilAutoPause", 300, 86400);
        fields.refuseUnknown();
        if (min.isEmpty() || max.isEmpty()) {
            fields.wrong("min", "and max are both needed");
            return null;
        }
        check(fields, min.get(), max.get(), pause);
        return new Scaling(min.get(), max.get(), pause);
    }

    private static void check(Fields fields, double min, double max, Optional<Integer> pause) {
        if (min > max || (min > 0 && min < LEAST)) {
            fields.wrong("min", "must be 0, or from " + LEAST + " to max");
        }
        if (min > 0 && pause.isPresent()) {
            fields.wrong("secondsUntilAutoPause", "goes with min 0 only");
        }
    }
}
