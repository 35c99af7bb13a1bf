package io.aurorarestore.json;

import io.aurorarestore.model.aws.Identifier;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.Scaling;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads how a restored cluster is to be, from a request or a profile. */
public final class SettingsReader {

    private static final double LEAST = 0.5;

    /** RDS's longest name of anything, in characters. */
    private static final int LONGEST_NAME = 255;

    /** AWS's longest ARN: a key may be named by it. */
    private static final int LONGEST_ARN = 2048;

    /** Secrets Manager's longest name. */
    private static final int LONGEST_SECRET = 512;

    /** Of a network interface: that is the most that AWS raises the quota to. */
    private static final int MOST_GROUPS = 16;

    /** RDS's quota of a cluster. */
    private static final int MOST_ROLES = 5;

    /** PostgreSQL has three kinds. */
    private static final int MOST_LOGS = 10;

    private SettingsReader() {}

    public static ClusterSettings read(Fields fields) {
        return ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_CLASS, fields.text("instanceClass", LONGEST_NAME))
                .with(ClusterSetting.READERS, fields.number("readers", 0, 15))
                .with(
                        ClusterSetting.SERVERLESS_V2,
                        fields.has("serverlessV2") ? scaling(fields.object("serverlessV2")) : null)
                .with(ClusterSetting.ENGINE_VERSION, fields.text("engineVersion", LONGEST_NAME))
                .with(ClusterSetting.KMS_KEY_ID, fields.text("kmsKeyId", LONGEST_ARN))
                .with(ClusterSetting.PORT, fields.number("port", 1150, 65535))
                .with(ClusterSetting.SUBNET_GROUP, stored(fields, "subnetGroup"))
                .with(ClusterSetting.SECURITY_GROUPS, fields.texts("securityGroups", MOST_GROUPS, LONGEST_NAME))
                .with(ClusterSetting.CLUSTER_PARAMETER_GROUP, stored(fields, "clusterParameterGroup"))
                .with(ClusterSetting.INSTANCE_PARAMETER_GROUP, stored(fields, "instanceParameterGroup"))
                .with(ClusterSetting.PUBLICLY_ACCESSIBLE, fields.flag("publiclyAccessible"))
                .with(ClusterSetting.CA_CERTIFICATE, fields.text("caCertificate", LONGEST_NAME))
                .with(ClusterSetting.LOG_EXPORTS, fields.texts("logExports", MOST_LOGS, LONGEST_NAME))
                .with(ClusterSetting.IAM_AUTHENTICATION, fields.flag("iamAuthentication"))
                .with(ClusterSetting.DELETION_PROTECTION, fields.flag("deletionProtection"))
                .with(ClusterSetting.BACKUP_RETENTION_DAYS, fields.number("backupRetentionDays", 1, 35))
                .with(ClusterSetting.BACKUP_WINDOW, fields.text("backupWindow", LONGEST_NAME))
                .with(ClusterSetting.MAINTENANCE_WINDOW, fields.text("maintenanceWindow", LONGEST_NAME))
                .with(ClusterSetting.ROLES, roles(fields))
                .with(ClusterSetting.TAGS, TagsReader.read(fields))
                .with(ClusterSetting.MASTER_SECRET, fields.text("masterSecret", LONGEST_SECRET))
                .with(ClusterSetting.ARCHIVE, fields.word("archive", ArchiveMode.values()))
                .with(ClusterSetting.CERTIFICATE, fields.word("certificate", Certificate.values()))
                .with(ClusterSetting.RETIREMENT, fields.parsed("retirement", Retirement::parse))
                .with(ClusterSetting.FINAL_SNAPSHOT, fields.flag("finalSnapshot"))
                .attributes(AttributesReader.read(fields))
                .build();
    }

    /** The ARN of a role for each feature of the engine that uses one, as {@code s3Import}. */
    private static @Nullable Map<String, String> roles(Fields fields) {
        if (!fields.has("roles")) {
            return null;
        }
        Fields nested = fields.object("roles");
        Map<String, String> roles = new TreeMap<>();
        for (String feature : nested.names(MOST_ROLES)) {
            nested.text(feature, LONGEST_ARN).ifPresent(role -> roles.put(feature, role));
        }
        return roles;
    }

    /** Null where something is wrong. */
    private static @Nullable Scaling scaling(Fields fields) {
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

    /** RDS stores names of groups in lower case. */
    private static @Nullable String stored(Fields fields, String field) {
        return fields.text(field, LONGEST_NAME).map(Identifier::stored).orElse(null);
    }
}
