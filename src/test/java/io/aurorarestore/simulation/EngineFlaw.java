package io.aurorarestore.simulation;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.Ports;

/** A way in which an engine could be wrong: what it sees or does is bent just there. */
interface EngineFlaw {

    EngineFlaw NONE = new EngineFlaw() {};

    /**
     * Where the engine is at work.
     *
     * @param message what brought it there
     */
    record Context(SimulatedWorld world, SimulatedExecution process, Acting acting, InFlightMessage message) {

        /** As it was committed last. */
        Restore restore() {
            return world.kept(acting.restore().orElseThrow());
        }
    }

    /** The ports as the wrong engine uses them. */
    default Ports in(Ports ports, Context context) {
        return ports;
    }

    /** Whether it bends how restores or reports are read: then each is read by a call of its own. */
    default boolean bendsReads() {
        return false;
    }

    /** This one, and around it another. */
    default EngineFlaw and(EngineFlaw around) {
        return new EngineFlaw() {
            @Override
            public Ports in(Ports ports, Context context) {
                return around.in(EngineFlaw.this.in(ports, context), context);
            }

            @Override
            public boolean bendsReads() {
                return EngineFlaw.this.bendsReads() || around.bendsReads();
            }
        };
    }
}
