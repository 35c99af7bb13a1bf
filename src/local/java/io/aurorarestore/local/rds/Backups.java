package io.aurorarestore.local.rds;

import java.time.Instant;

/**
 * What a cluster's automated backups hold.
 *
 * @param latest the last moment of which the log is saved
 * @param volumeGroup which clusters share storage by copy-on-write: {@code CloneGroupId}
 */
public record Backups(Instant earliest, Instant latest, String volumeGroup) {

    boolean hold(Instant time) {
        return !time.isBefore(earliest) && !time.isAfter(latest);
    }
}
