package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.RdsOptions;
import java.util.Set;

/**
 * What makes one world another than the next.
 *
 * @param others for what is drawn apart: see {@link Kind}
 * @param calm whether each invocation is through before anything else happens, and a broken rule ends nothing
 */
record Nature(Chance chance, Chance others, Shape shape, RdsOptions rds, Flaw flaw, boolean calm) {

    /** All of it out of one seed. */
    static Nature drawn(long seed, Flaw flaw, Set<Kind> kinds) {
        Chance chance = new Chance(seed);
        Chance others = new Chance(~seed);
        return new Nature(chance, others, Shape.draw(chance, others, kinds), RdsOptions.defaults(), flaw, false);
    }

    /** Nothing goes wrong but what a test says. */
    static Nature calm(Shape shape, RdsOptions rds, Flaw flaw) {
        Chance none = new Stillness();
        return new Nature(none, none, shape, rds, flaw, true);
    }
}
