package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.DryRuns;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class InMemoryDryRuns implements DryRuns {

    private final Map<RestoreId, Restore> kept = new HashMap<>();

    @Override
    public Uni<Void> keep(Restore dryRun) {
        return Uni.createFrom().voidItem().invoke(() -> kept.put(dryRun.id(), dryRun));
    }

    @Override
    public Uni<Optional<Restore>> find(RestoreId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(kept.get(id)));
    }
}
