package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * What a cluster and its snapshots have in common: the database they hold.
 *
 * @param engine {@code aurora-postgresql}
 * @param engineVersion for instance {@code 17.4}
 * @param database created with the first cluster, or null
 * @param allocatedGib in GiB, as RDS shows it of snapshots
 * @param kmsKeyId the ARN of the key it is encrypted with, or null if it is not
 */
public record DataVolume(
        String engine,
        String engineVersion,
        String masterUser,
        String database,
        int allocatedGib,
        @Nullable String kmsKeyId) {

    /** As large as RDS shows any cluster of Aurora to be, in GiB. */
    public static final int SHOWN_OF_AURORA = 1;

    private static final int SMALLEST = 10;

    public static DataVolume postgresql(String engineVersion, String masterUser, String database) {
        return new DataVolume("aurora-postgresql", engineVersion, masterUser, database, SMALLEST, null);
    }

    public DataVolume withKey(@Nullable String key) {
        return new DataVolume(engine, engineVersion, masterUser, database, allocatedGib, key);
    }

    public DataVolume withVersion(String version) {
        return new DataVolume(engine, version, masterUser, database, allocatedGib, kmsKeyId);
    }

    public boolean encrypted() {
        return kmsKeyId != null;
    }

    /** For instance {@code aurora-postgresql17}. */
    public String family() {
        return engine + engineVersion.split("\\.", 2)[0];
    }
}
