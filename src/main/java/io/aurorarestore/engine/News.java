package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.StateChange;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.Untold;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * News of restores on the way. They are gathered as long as anybody works here, and told together once nobody does, or
 * together with an end. What cannot be told is logged and lost, and so is what a crash has kept from being told.
 */
final class News {

    private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

    private final Ports ports;
    private final TransitionLog log;
    private final Queue<StateChange> gathered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atWork = new AtomicInteger();

    News(Ports ports, TransitionLog log) {
        this.ports = ports;
        this.log = log;
    }

    /** Whoever is the last to end tells what all have gathered, before the answer. */
    <T> Uni<T> during(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    atWork.incrementAndGet();
                    return Uni.createFrom().deferred(work::get);
                })
                .eventually(() -> atWork.decrementAndGet() == 0 ? tell() : NOTHING);
    }

    void add(StateChange change) {
        gathered.add(change);
    }

    /** All that was gathered, to the bus; and to the topic for news what is no end, which has topics of its own. */
    Uni<Void> tell() {
        List<StateChange> changes = taken();
        if (changes.isEmpty()) {
            return NOTHING;
        }
        List<StateChange> onTheWay =
                changes.stream().filter(one -> !one.status().terminal()).toList();
        Uni<Void> published =
                quietly(changes, "state change", ports.stateChanges().publish(changes));
        return onTheWay.isEmpty()
                ? published
                : Uni.join().all(published, announced(onTheWay)).andFailFast().replaceWithVoid();
    }

    private Uni<Void> announced(List<StateChange> changes) {
        List<Announcement> news = changes.stream().map(Announcement::of).toList();
        return quietly(changes, "news", ports.announcer().announceAll(news));
    }

    private List<StateChange> taken() {
        List<StateChange> taken = new ArrayList<>();
        for (StateChange one = gathered.poll(); one != null; one = gathered.poll()) {
            taken.add(one);
        }
        return taken;
    }

    private Uni<Void> quietly(List<StateChange> about, String what, Uni<List<Untold>> telling) {
        return telling.onFailure(CallFailedException.class)
                .recoverWithItem(failure -> Untold.all(about.size(), failure.getMessage()))
                .invoke(untold -> untold.forEach(one -> log.untold(id(about, one), what, one.why())))
                .replaceWithVoid();
    }

    private static RestoreId id(List<StateChange> about, Untold untold) {
        return about.get(untold.at()).restoreId();
    }
}
