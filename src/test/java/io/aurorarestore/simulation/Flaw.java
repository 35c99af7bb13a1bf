package io.aurorarestore.simulation;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.World;

/** A way in which an engine could be wrong: what it sees or does is bent just there. */
interface Flaw {

    Flaw NONE = new Flaw() {};

    /**
     * Where the engine is at work.
     *
     * @param message what brought it there
     */
    record Context(SimulatedWorld world, Execution process, Acting acting, Message message) {

        /** As it was committed last. */
        Restore restore() {
            return world.kept(acting.restore().orElseThrow());
        }
    }

    /** The ports as the wrong engine uses them. */
    default World in(World ports, Context context) {
        return ports;
    }

    /** This one, and around it another. */
    default Flaw and(Flaw around) {
        return new Flaw() {
            @Override
            public World in(World ports, Context context) {
                return around.in(Flaw.this.in(ports, context), context);
            }
        };
    }
}
