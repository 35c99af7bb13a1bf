package io.aurorarestore.port;

import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.settings.ClusterSettings;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes RDS. A call returns when RDS has accepted it, not when it is done; all fail with {@link
 * CallFailedException}.
 */
public interface AuroraControl {

    Uni<Void> copySnapshot(
            String sourceArn, String sourceRegion, String copy, Optional<String> kmsKeyId, Map<String, String> tags);

    Uni<Void> deleteSnapshot(String snapshot);

    Uni<Void> restoreCluster(String cluster, RestoreSource from, ClusterSettings settings, Map<String, String> tags);

    Uni<Void> createInstance(InstanceSpec instance);

    Uni<Void> renameCluster(String from, String to);

    Uni<Void> changeMaster(String cluster, MasterChange change);

    Uni<Void> setProtection(String cluster, boolean on);

    Uni<Void> stopCluster(String cluster);

    Uni<Void> startCluster(String cluster);

    Uni<Void> addRole(String cluster, String feature, String roleArn);

    /** @param cluster its ARN */
    Uni<Void> enableDataApi(String cluster);

    /** Of the settings: attributes, and when it is backed up and maintained. */
    Uni<Void> changeCluster(String cluster, ClusterSettings settings);

    Uni<Void> renameInstance(String from, String to);

    Uni<Void> rebootInstance(String instance);

    Uni<Void> snapshotCluster(String snapshot, String cluster, Map<String, String> tags);

    Uni<Void> deleteInstance(String instance);

    Uni<Void> deleteCluster(String cluster, boolean keepsBackups);

    Uni<Void> tag(String arn, Map<String, String> tags);

    Uni<Void> untag(String arn, List<String> keys);
}
