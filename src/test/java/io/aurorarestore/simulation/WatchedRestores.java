package io.aurorarestore.simulation;

import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.CompletedOperation;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.LookedUp;
import io.aurorarestore.port.Lookup;
import io.aurorarestore.port.OpenResult;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store, and what it was seen to hold. */
final class WatchedRestores implements Restores {

    private final InMemoryRestores store;
    private final SimulatedWorld world;
    private final Map<RestoreId, Restore> all = new LinkedHashMap<>();
    private final Map<RestoreId, Instant> ended = new HashMap<>();
    private final Map<RestoreId, Set<String>> news = new LinkedHashMap<>();

    WatchedRestores(InMemoryRestores store, SimulatedWorld world) {
        this.store = store;
        this.world = world;
    }

    Restore kept(RestoreId id) {
        return all.get(id);
    }

    Collection<Restore> all() {
        return all.values();
    }

    /** When it came to its end last. */
    Instant endedAt(RestoreId id) {
        return ended.get(id);
    }

    /** What restores like it took. */
    Durations durations(RestoreRequest request) {
        return store.durations(request);
    }

    List<AuditEntry> audit(RestoreId id) {
        return store.audit(id);
    }

    int entries(RestoreId id) {
        return store.entries(id);
    }

    /** The ids of the announcements that a restore's ends have called for. */
    Set<String> news(RestoreId id) {
        return news.getOrDefault(id, Set.of());
    }

    @Override
    public Uni<OpenResult> open(Restore fresh, AuditEntry entry) {
        return store.open(fresh, entry).invoke(opening -> {
            if (opening instanceof OpenResult.Opened opened) {
                keep(opened.restore());
                world.opened(opened.restore());
            }
        });
    }

    @Override
    public Uni<Boolean> commit(Transition transition) {
        return store.commit(transition).invoke(kept -> {
            if (kept) {
                committed(transition);
            }
        });
    }

    private void committed(Transition transition) {
        Restore before = all.get(transition.after().id());
        Restore after = transition.after();
        world.referee.must(
                after.version() == before.version() + 1,
                () -> "version " + after.version() + " of " + after.id() + " follows " + before.version());
        if (before.unannounced() && !after.unannounced() && after.status().terminal()) {
            world.announced.mustKnow(before);
        }
        keep(after);
        transition.retirement().ifPresent(this::keep);
        if (after.unannounced() && after.status().terminal()) {
            news.computeIfAbsent(after.id(), id -> new LinkedHashSet<>())
                    .add(Announcement.endOf(after).messageId());
        }
        world.committed(new Transition(before, after, transition.entries(), transition.retirement()));
        if (after.status().terminal() && !before.status().terminal()) {
            ended.put(after.id(), world.time.now());
            new AtTheEnd(world, after).check();
        }
    }

    /** Who holds a target, as the store's lock says. */
    Optional<RestoreId> holds(String target) {
        return store.holder(target).await().indefinitely();
    }

    /** As a wrong engine does. */
    void release(Restore restore) {
        store.release(restore.target(), restore.id());
    }

    /** As if another had written it. */
    void put(Restore restore) {
        store.put(restore);
        keep(restore);
    }

    private Restore keep(Restore restore) {
        all.put(restore.id(), restore);
        return restore;
    }

    @Override
    public Uni<Optional<Restore>> load(RestoreId id) {
        return store.load(id);
    }

    @Override
    public Uni<Long> lastEntry(RestoreId id) {
        return store.lastEntry(id);
    }

    @Override
    public Uni<Map<String, List<RestoreId>>> interestedIn(Collection<String> arns) {
        return store.interestedIn(arns);
    }

    @Override
    public Uni<LookedUp> lookUp(Lookup wanted) {
        return Uni.createFrom().item(() -> {
            Map<RestoreId, Restore> restores = new HashMap<>();
            wanted.restores().forEach(id -> now(store.load(id)).ifPresent(one -> restores.put(id, one)));
            Map<DatabaseJob, Optional<JobReport>> reports = new HashMap<>();
            wanted.jobs().forEach(job -> reports.put(job, now(world.results.of(job))));
            return new LookedUp(now(store.interestedIn(wanted.arns())), restores, reports);
        });
    }

    private static <T> T now(Uni<T> answer) {
        return answer.await().indefinitely();
    }

    @Override
    public Uni<Optional<RestoreId>> holder(String target) {
        return store.holder(target);
    }

    @Override
    public Uni<Optional<CompletedOperation>> operated(String key) {
        return store.operated(key);
    }

    @Override
    public Uni<Void> note(AuditEntry entry) {
        return store.note(entry);
    }

    @Override
    public Uni<List<RestoreId>> overdue(Instant before, int atMost) {
        return store.overdue(before, atMost);
    }
}
