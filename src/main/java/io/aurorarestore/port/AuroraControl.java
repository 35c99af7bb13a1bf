package io.aurorarestore.port;

import io.aurorarestore.restore.Sensitive;
import io.aurorarestore.saga.command.CopySnapshot;
import io.aurorarestore.saga.command.CreateInstance;
import io.aurorarestore.saga.command.DeleteSnapshot;
import io.aurorarestore.saga.command.RenameCluster;
import io.aurorarestore.saga.command.RestoreCluster;
import io.aurorarestore.saga.command.Tag;
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

    Uni<Void> setMasterPassword(String cluster, Sensitive password);

    Uni<Void> tag(Tag command);
}
