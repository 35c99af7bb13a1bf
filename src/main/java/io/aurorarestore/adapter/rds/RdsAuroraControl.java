package io.aurorarestore.adapter.rds;

import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.InstanceSpec;
import io.aurorarestore.port.MasterChange;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterToPointInTimeRequest;

/** Makes the calls that change RDS, in the home region only. */
@ApplicationScoped
class RdsAuroraControl implements AuroraControl {

    private final RdsClients clients;

    RdsAuroraControl(RdsClients clients) {
        this.clients = clients;
    }

    @Override
    public Uni<Void> copySnapshot(
            String sourceArn, String sourceRegion, String copy, Optional<String> kmsKeyId, Map<String, String> tags) {
        CopyDbClusterSnapshotRequest request = CopyDbClusterSnapshotRequest.builder()
                .sourceDBClusterSnapshotIdentifier(sourceArn)
                .targetDBClusterSnapshotIdentifier(copy)
                .sourceRegion(sourceRegion.equals(clients.home().region()) ? null : sourceRegion)
                .kmsKeyId(kmsKeyId.orElse(null))
                .tags(RdsMapper.tags(tags))
                .build();
        return clients.call("CopyDBClusterSnapshot", rds -> rds.copyDBClusterSnapshot(request))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteSnapshot(String snapshot) {
        return clients.call(
                        "DeleteDBClusterSnapshot",
                        rds -> rds.deleteDBClusterSnapshot(ask -> ask.dbClusterSnapshotIdentifier(snapshot)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> restoreCluster(
            String cluster, RestoreSource from, ClusterSettings settings, Map<String, String> tags) {
        return from.fold(
                snapshot -> restored(RdsRequests.restore(cluster, snapshot, settings, tags)),
                moment -> restored(RdsRequests.restore(cluster, moment, settings, tags)));
    }

    private Uni<Void> restored(RestoreDbClusterFromSnapshotRequest request) {
        return clients.call("RestoreDBClusterFromSnapshot", rds -> rds.restoreDBClusterFromSnapshot(request))
                .replaceWithVoid();
    }

    private Uni<Void> restored(RestoreDbClusterToPointInTimeRequest request) {
        return clients.call("RestoreDBClusterToPointInTime", rds -> rds.restoreDBClusterToPointInTime(request))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> createInstance(InstanceSpec instance) {
        CreateDbInstanceRequest request = RdsRequests.create(instance);
        return clients.call("CreateDBInstance", rds -> rds.createDBInstance(request))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> renameCluster(String from, String to) {
        return clients.call(
                        "ModifyDBCluster",
                        rds -> rds.modifyDBCluster(ask -> ask.dbClusterIdentifier(from)
                                .newDBClusterIdentifier(to)
                                .applyImmediately(true)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> changeMaster(String cluster, MasterChange change) {
        ModifyDbClusterRequest request = RdsRequests.change(cluster, change);
        return clients.call("ModifyDBCluster", rds -> rds.modifyDBCluster(request))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> setProtection(String cluster, boolean on) {
        return clients.call(
                        "ModifyDBCluster",
                        rds -> rds.modifyDBCluster(ask -> ask.dbClusterIdentifier(cluster)
                                .deletionProtection(on)
                                .applyImmediately(true)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> stopCluster(String cluster) {
        return clients.call("StopDBCluster", rds -> rds.stopDBCluster(ask -> ask.dbClusterIdentifier(cluster)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> startCluster(String cluster) {
        return clients.call("StartDBCluster", rds -> rds.startDBCluster(ask -> ask.dbClusterIdentifier(cluster)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> addRole(String cluster, String feature, String roleArn) {
        return clients.call(
                        "AddRoleToDBCluster",
                        rds -> rds.addRoleToDBCluster(ask -> ask.dbClusterIdentifier(cluster)
                                .featureName(feature.isEmpty() ? null : feature)
                                .roleArn(roleArn)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> enableDataApi(String cluster) {
        return clients.call("EnableHttpEndpoint", rds -> rds.enableHttpEndpoint(ask -> ask.resourceArn(cluster)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> changeCluster(String cluster, ClusterSettings settings) {
        ModifyDbClusterRequest request = RdsRequests.change(cluster, settings);
        return clients.call("ModifyDBCluster", rds -> rds.modifyDBCluster(request))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> renameInstance(String from, String to) {
        return clients.call(
                        "ModifyDBInstance",
                        rds -> rds.modifyDBInstance(ask -> ask.dbInstanceIdentifier(from)
                                .newDBInstanceIdentifier(to)
                                .applyImmediately(true)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> rebootInstance(String instance) {
        return clients.call("RebootDBInstance", rds -> rds.rebootDBInstance(ask -> ask.dbInstanceIdentifier(instance)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> snapshotCluster(String snapshot, String cluster, Map<String, String> tags) {
        return clients.call(
                        "CreateDBClusterSnapshot",
                        rds -> rds.createDBClusterSnapshot(ask -> ask.dbClusterSnapshotIdentifier(snapshot)
                                .dbClusterIdentifier(cluster)
                                .tags(RdsMapper.tags(tags))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteInstance(String instance) {
        return clients.call("DeleteDBInstance", rds -> rds.deleteDBInstance(ask -> ask.dbInstanceIdentifier(instance)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteCluster(String cluster, boolean keepsBackups) {
        return clients.call(
                        "DeleteDBCluster",
                        rds -> rds.deleteDBCluster(ask -> ask.dbClusterIdentifier(cluster)
                                .skipFinalSnapshot(true)
                                .deleteAutomatedBackups(!keepsBackups)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> untag(String arn, List<String> keys) {
        return clients.call(
                        "RemoveTagsFromResource",
                        rds -> rds.removeTagsFromResource(
                                ask -> ask.resourceName(arn).tagKeys(keys)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> tag(String arn, Map<String, String> tags) {
        return clients.call(
                        "AddTagsToResource",
                        rds -> rds.addTagsToResource(
                                ask -> ask.resourceName(arn).tags(RdsMapper.tags(tags))))
                .replaceWithVoid();
    }
}
