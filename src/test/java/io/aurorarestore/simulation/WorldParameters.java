package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.RdsOptions;
import java.util.Set;

/**
 * What makes one world another than the next.
 *
 * @param others for what is drawn apart: see {@link DisturbanceKind}
 * @param apart for kinds that came later
 * @param calm whether each invocation is through before anything else happens, and a broken rule ends nothing
 */
record WorldParameters(
        Chance chance, Chance others, Chance apart, WorldShape shape, RdsOptions rds, EngineFlaw flaw, boolean calm) {

    /** Any other than the seed's own. */
    private static final long APART = 0x5DEECE66DL;

    /** All of it out of one seed. */
    static WorldParameters drawn(long seed, EngineFlaw flaw, Set<DisturbanceKind> kinds) {
        Chance chance = new Chance(seed);
        Chance others = new Chance(~seed);
        Chance apart = new Chance(seed ^ APART);
        WorldShape shape = WorldShape.draw(chance, others, apart, kinds);
        RdsOptions rds =
                shape.has(DisturbanceKind.SCARCE_CLASSES) ? ScarceClasses.options(apart) : RdsOptions.defaults();
        return new WorldParameters(chance, others, apart, shape, rds, flaw, false);
    }

    /** Nothing goes wrong but what a test says. */
    static WorldParameters calm(WorldShape shape, RdsOptions rds, EngineFlaw flaw) {
        Chance none = new Stillness();
        return new WorldParameters(none, none, none, shape, rds, flaw, true);
    }
}
