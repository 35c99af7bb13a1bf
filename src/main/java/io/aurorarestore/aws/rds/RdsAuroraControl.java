package io.aurorarestore.aws.rds;

import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.restore.Sensitive;
import io.aurorarestore.restore.Settings;
import io.aurorarestore.saga.command.CopySnapshot;
import io.aurorarestore.saga.command.CreateInstance;
import io.aurorarestore.saga.command.DeleteSnapshot;
import io.aurorarestore.saga.command.RenameCluster;
import io.aurorarestore.saga.command.RestoreCluster;
import io.aurorarestore.saga.command.Tag;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
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
        Settings settings = command.settings();
        RestoreDbClusterFromSnapshotRequest request = RestoreDbClusterFromSnapshotRequest.builder()
                .dbClusterIdentifier(command.cluster())
                .snapshotIdentifier(command.from().arn())
                .engine(command.from().engine())
                .engineVersion(command.from().engineVersion())
                .dbSubnetGroupName(settings.subnetGroup().orElse(null))
                .vpcSecurityGroupIds(orNull(settings.securityGroups()))
                .dbClusterParameterGroupName(settings.clusterParameterGroup().orElse(null))
                .kmsKeyId(
                        command.from().kmsKeyId().isPresent()
                                ? null
                                : settings.kmsKeyId().orElse(null))
                .copyTagsToSnapshot(true)
                .tags(RdsMapper.tags(command.tags()))
                .build();
        return clients.call(rds -> rds.restoreDBClusterFromSnapshot(request)).replaceWithVoid();
    }

    @Override
    public Uni<Void> createInstance(CreateInstance command) {
        return clients.call(rds -> rds.createDBInstance(ask -> ask.dbInstanceIdentifier(command.instance())
                        .dbClusterIdentifier(command.cluster())
                        .engine(command.engine())
                        .dbInstanceClass(command.instanceClass())
                        .tags(RdsMapper.tags(command.tags()))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> renameCluster(RenameCluster command) {
        return clients.call(rds -> rds.modifyDBCluster(ask -> ask.dbClusterIdentifier(command.from())
                        .newDBClusterIdentifier(command.to())
                        .applyImmediately(true)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> setMasterPassword(String cluster, Sensitive password) {
        return clients.call(rds -> rds.modifyDBCluster(ask -> ask.dbClusterIdentifier(cluster)
                        .masterUserPassword(password.reveal())
                        .applyImmediately(true)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> tag(Tag command) {
        return clients.call(rds -> rds.addTagsToResource(
                        ask -> ask.resourceName(command.arn()).tags(RdsMapper.tags(command.tags()))))
                .replaceWithVoid();
    }

    private static List<String> orNull(List<String> some) {
        return some.isEmpty() ? null : some;
    }
}
