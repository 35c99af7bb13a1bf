package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.RdsOptions;
import java.util.Set;

/**
 * What makes one world another than the next.
 *
 * @param others for what is drawn apart: see {@link DisturbanceKind}
 * @param calm whether each invocation is through before anything else happens, and a broken rule ends nothing
 */
record WorldParameters(Chance chance, Chance others, WorldShape shape, RdsOptions rds, EngineFlaw flaw, boolean calm) {

    /** All of it out of one seed. */
    static WorldParameters drawn(long seed, EngineFlaw flaw, Set<DisturbanceKind> kinds) {
        Chance chance = new Chance(seed);
        Chance others = new Chance(~seed);
        return new WorldParameters(
                chance, others, WorldShape.draw(chance, others, kinds), RdsOptions.defaults(), flaw, false);
    }

    /** Nothing goes wrong but what a test says. */
    static WorldParameters calm(WorldShape shape, RdsOptions rds, EngineFlaw flaw) {
        Chance none = new Stillness();
        return new WorldParameters(none, none, shape, rds, flaw, true);
    }
}
