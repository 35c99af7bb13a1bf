package io.aurorarestore.port;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Stores dry runs, for a day: restores apart from the others, which hold no target and are never worked on. */
public interface DryRuns {

    /** Writes it, over what there is of it. */
    Uni<Void> keep(Restore dryRun);

    Uni<Optional<Restore>> find(RestoreId id);
}
