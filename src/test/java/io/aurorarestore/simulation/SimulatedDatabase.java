package io.aurorarestore.simulation;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.Database;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.saga.A;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The restored data, as far as it matters: whose provenance is written in it. Each volume keeps its own. */
final class SimulatedDatabase implements Database {

    private final SimulatedWorld world;
    private final Map<String, RestoreId> provenance = new HashMap<>();

    SimulatedDatabase(SimulatedWorld world) {
        this.world = world;
    }

    Optional<RestoreId> provenance(String volume) {
        return Optional.ofNullable(provenance.get(volume));
    }

    @Override
    public Uni<String> readSecrets(Restore restore) {
        return working(() -> "all secrets are there");
    }

    @Override
    public Uni<String> configure(Restore restore) {
        return working(() -> {
            String volume = reach(restore.names().staging());
            provenance.put(volume, restore.id());
            return "configured";
        });
    }

    @Override
    public Uni<String> verify(Restore restore) {
        return working(() -> {
            reach(restore.names().staging());
            return "verified";
        });
    }

    @Override
    public Uni<String> identify(Restore restore) {
        return working(() -> {
            String volume = reach(restore.target());
            if (!restore.id().equals(provenance.get(volume))) {
                throw notYet("another cluster answers as " + restore.target());
            }
            return "it is this restore";
        });
    }

    private Uni<String> working(Supplier<String> work) {
        return Uni.createFrom().item(() -> {
            if (world.trouble.strikes(world.shape.meddling().jobFails())) {
                throw world.chance.of(0.5)
                        ? notYet("not reachable yet")
                        : new CallFailed(CallFailed.Kind.FATAL, FailureCode.DATABASE_FAILED, "a script failed");
            }
            return work.get();
        });
    }

    private String reach(String cluster) {
        return world.data
                .answering(A.HOME.region(), cluster)
                .orElseThrow(() -> notYet("nothing answers as " + cluster));
    }

    private static CallFailed notYet(String why) {
        return new CallFailed(CallFailed.Kind.RETRY, FailureCode.DATABASE_FAILED, why);
    }
}
