package io.aurorarestore.adapter.rds;

import io.aurorarestore.model.aws.SourceCluster;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterAutomatedBackup;
import software.amazon.awssdk.services.rds.model.RestoreWindow;

/** Maps what RDS shows of a cluster that data may be taken from: of one that is there, and of one that was deleted. */
final class SourceClusterMapper {

    private SourceClusterMapper() {}

    /** @param clones how many others share its volume */
    static SourceCluster living(DBCluster seen, int clones) {
        return new SourceCluster(
                seen.dbClusterIdentifier(),
                seen.dbClusterArn(),
                text(seen.dbClusterResourceId()),
                text(seen.status()),
                text(seen.engine()),
                text(seen.engineVersion()),
                text(seen.engineMode()),
                seen.kmsKeyId() != null || Boolean.TRUE.equals(seen.storageEncrypted()),
                Optional.ofNullable(seen.kmsKeyId()),
                Optional.ofNullable(seen.earliestRestorableTime()),
                Optional.ofNullable(seen.latestRestorableTime()),
                false,
                seen.dbClusterMembers().size(),
                Math.max(0, clones),
                Optional.ofNullable(seen.dbSubnetGroup()));
    }

    static SourceCluster kept(DBClusterAutomatedBackup seen) {
        Optional<RestoreWindow> window = Optional.ofNullable(seen.restoreWindow());
        return new SourceCluster(
                text(seen.dbClusterIdentifier()),
                text(seen.dbClusterArn()),
                text(seen.dbClusterResourceId()),
                text(seen.status()),
                text(seen.engine()),
                text(seen.engineVersion()),
                text(seen.engineMode()),
                seen.kmsKeyId() != null || Boolean.TRUE.equals(seen.storageEncrypted()),
                Optional.ofNullable(seen.kmsKeyId()),
                window.map(RestoreWindow::earliestTime),
                window.map(RestoreWindow::latestTime),
                true,
                0,
                0,
                Optional.empty());
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
