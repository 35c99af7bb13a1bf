package io.aurorarestore.aws.rds;

import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.saga.command.AddRole;
import io.aurorarestore.saga.command.CopySnapshot;
import io.aurorarestore.saga.command.CreateInstance;
import io.aurorarestore.saga.command.DeleteCluster;
import io.aurorarestore.saga.command.DeleteInstance;
import io.aurorarestore.saga.command.DeleteSnapshot;
import io.aurorarestore.saga.command.MasterChange;
import io.aurorarestore.saga.command.RebootInstance;
import io.aurorarestore.saga.command.RenameCluster;
import io.aurorarestore.saga.command.RestoreCluster;
import io.aurorarestore.saga.command.SetProtection;
import io.aurorarestore.saga.command.SnapshotCluster;
import io.aurorarestore.saga.command.Tag;
import io.aurorarestore.saga.command.Untag;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;

/** Changes RDS, in the home region only. */
@ApplicationScoped
class RdsAuroraControl implements AuroraControl {

    private final RdsClients clients;

    RdsAuroraControl(RdsClients clients) {
        this.clients = clients;
    }

    @Override
    public Uni<Void> copySnapshot(CopySnapshot command) {
        CopyDbClusterSnapshotRequest request = CopyDbClusterSnapshotRequest.builder()
                .sourceDBClusterSnapshotIdentifier(command.sourceArn())
                .targetDBClusterSnapshotIdentifier(command.copy())
                .sourceRegion(command.sourceRegion().equals(clients.home().region()) ? null : command.sourceRegion())
                .kmsKeyId(command.kmsKeyId().orElse(null))
                .tags(RdsMapper.tags(command.tags()))
                .build();
        return clients.call(rds -> rds.copyDBClusterSnapshot(request)).replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteSnapshot(DeleteSnapshot command) {
        return clients.call(
                        rds -> rds.deleteDBClusterSnapshot(ask -> ask.dbClusterSnapshotIdentifier(command.snapshot())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> restoreCluster(RestoreCluster command) {
        RestoreDbClusterFromSnapshotRequest request = RdsRequests.restore(command);
        return clients.call(rds -> rds.restoreDBClusterFromSnapshot(request)).replaceWithVoid();
    }

    @Override
    public Uni<Void> createInstance(CreateInstance command) {
        CreateDbInstanceRequest request = RdsRequests.create(command);
        return clients.call(rds -> rds.createDBInstance(request)).replaceWithVoid();
    }

    @Override
    public Uni<Void> renameCluster(RenameCluster command) {
        return clients.call(rds -> rds.modifyDBCluster(ask -> ask.dbClusterIdentifier(command.from())
                        .newDBClusterIdentifier(command.to())
                        .applyImmediately(true)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> changeMaster(String cluster, MasterChange change) {
        ModifyDbClusterRequest request = RdsRequests.change(cluster, change);
        return clients.call(rds -> rds.modifyDBCluster(request)).replaceWithVoid();
    }

    @Override
    public Uni<Void> setProtection(SetProtection command) {
        return clients.call(rds -> rds.modifyDBCluster(ask -> ask.dbClusterIdentifier(command.cluster())
                        .deletionProtection(command.on())
                        .applyImmediately(true)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> addRole(AddRole command) {
        return clients.call(rds -> rds.addRoleToDBCluster(ask -> ask.dbClusterIdentifier(command.cluster())
                        .featureName(command.feature().isEmpty() ? null : command.feature())
                        .roleArn(command.roleArn())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> rebootInstance(RebootInstance command) {
        return clients.call(rds -> rds.rebootDBInstance(ask -> ask.dbInstanceIdentifier(command.instance())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> snapshotCluster(SnapshotCluster command) {
        return clients.call(
                        rds -> rds.createDBClusterSnapshot(ask -> ask.dbClusterSnapshotIdentifier(command.snapshot())
                                .dbClusterIdentifier(command.cluster())
                                .tags(RdsMapper.tags(command.tags()))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteInstance(DeleteInstance command) {
        return clients.call(rds -> rds.deleteDBInstance(ask -> ask.dbInstanceIdentifier(command.instance())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteCluster(DeleteCluster command) {
        return clients.call(rds -> rds.deleteDBCluster(ask -> ask.dbClusterIdentifier(command.cluster())
                        .skipFinalSnapshot(true)
                        .deleteAutomatedBackups(!command.keepsBackups())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> untag(Untag command) {
        return clients.call(rds -> rds.removeTagsFromResource(
                        ask -> ask.resourceName(command.arn()).tagKeys(command.keys())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> tag(Tag command) {
        return clients.call(rds -> rds.addTagsToResource(
                        ask -> ask.resourceName(command.arn()).tags(RdsMapper.tags(command.tags()))))
                .replaceWithVoid();
    }
}
