package io.aurorarestore.port;

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

/**
 * RDS as it can be changed. A call returns when RDS has accepted it, not when it is done; all fail with {@link
 * CallFailed}.
 */
public interface AuroraControl {

    Uni<Void> copySnapshot(CopySnapshot command);

    Uni<Void> deleteSnapshot(DeleteSnapshot command);

    Uni<Void> restoreCluster(RestoreCluster command);

    Uni<Void> createInstance(CreateInstance command);

    Uni<Void> renameCluster(RenameCluster command);

    Uni<Void> changeMaster(String cluster, MasterChange change);

    Uni<Void> setProtection(SetProtection command);

    Uni<Void> addRole(AddRole command);

    Uni<Void> rebootInstance(RebootInstance command);

    Uni<Void> snapshotCluster(SnapshotCluster command);

    Uni<Void> deleteInstance(DeleteInstance command);

    Uni<Void> deleteCluster(DeleteCluster command);

    Uni<Void> tag(Tag command);

    Uni<Void> untag(Untag command);
}
