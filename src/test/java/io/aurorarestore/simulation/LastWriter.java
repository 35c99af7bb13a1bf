package io.aurorarestore.simulation;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;

/** A store that asks for no version: whatever it holds is written over, as if that had been read before. */
final class LastWriter {

    private LastWriter() {}

    static Uni<Boolean> wins(Transition transition, Restores store) {
        return store.load(transition.before().id())
                .chain(found -> store.commit(over(found.orElseThrow(), transition)))
                .chain(kept -> kept ? Uni.createFrom().item(true) : wins(transition, store));
    }

    private static Transition over(Restore now, Transition lost) {
        Restore after = lost.after();
        Restore written = new Restore(
                        after.id(),
                        now.version(),
                        now.entries(),
                        after.accepted(),
                        after.progress(),
                        after.outcome(),
                        after.outputs(),
                        after.resources(),
                        after.schedule(),
                        after.outbox(),
                        after.hooks())
                .next(lost.entries().size());
        return new Transition(now, written, lost.entries(), lost.retirement(), lost.operation())
                .numberedAfter(now.entries());
    }
}
