package io.aurorarestore.engine;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.CompletedOperation;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CommitRefusedException;
import io.aurorarestore.port.OpenResult;
import io.aurorarestore.port.RejectedRequests;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The store with the conditions of the DynamoDB one, which the same contract holds. */
public final class InMemoryRestores implements Restores, RejectedRequests {

    private final Home home;
    private final Map<RestoreId, Restore> restores = new HashMap<>();
    private final Map<String, Set<RestoreId>> concerned = new HashMap<>();
    private final Map<String, RestoreId> locks = new HashMap<>();
    private final Map<String, RestoreId> secretLocks = new HashMap<>();
    private final Map<RestoreId, List<AuditEntry>> audit = new HashMap<>();

    private final Map<String, Durations> durations = new HashMap<>();
    private final Map<String, CompletedOperation> operations = new HashMap<>();
    private final Map<String, Standing> refusals = new HashMap<>();

    public InMemoryRestores(Home home) {
        this.home = home;
    }

    /** As if another had written it. */
    public void put(Restore restore) {
        Restore before = restores.put(restore.id(), restore);
        if (before != null) {
            before.interests(home).forEach(arn -> concerned.computeIfPresent(arn, (one, ids) -> without(restore, ids)));
        }
        restore.interests(home)
                .forEach(arn -> concerned
                        .computeIfAbsent(arn, one -> new LinkedHashSet<>())
                        .add(restore.id()));
    }

    private static @Nullable Set<RestoreId> without(Restore restore, Set<RestoreId> ids) {
        ids.remove(restore.id());
        return ids.isEmpty() ? null : ids;
    }

    @Override
    public Uni<Optional<Restore>> load(RestoreId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(restores.get(id)));
    }

    @Override
    public Uni<OpenResult> open(Restore fresh, AuditEntry entry) {
        return Uni.createFrom().item(() -> {
            if (restores.containsKey(fresh.id())) {
                return new OpenResult.Known(restores.get(fresh.id()));
            }
            if (refusals.containsKey(fresh.accepted().key())) {
                return new OpenResult.Rejected(
                        refusals.get(fresh.accepted().key()).refusal());
            }
            RestoreId holder = locks.get(fresh.target());
            return holder == null ? unlessSecretInUse(fresh, entry) : new OpenResult.Busy(holder);
        });
    }

    private OpenResult unlessSecretInUse(Restore fresh, AuditEntry entry) {
        RestoreId holder = fresh.lockedSecret().map(secretLocks::get).orElse(null);
        if (holder != null) {
            return new OpenResult.SecretInUse(holder);
        }
        mustBeFree(entry);
        return keep(fresh, entry);
    }

    private OpenResult keep(Restore fresh, AuditEntry entry) {
        put(fresh);
        locks.put(fresh.target(), fresh.id());
        fresh.lockedSecret().ifPresent(secret -> secretLocks.put(secret, fresh.id()));
        append(entry);
        return new OpenResult.Opened(fresh);
    }

    @Override
    public Uni<Boolean> commit(Transition transition) {
        return Uni.createFrom().item(() -> {
            boolean first = nobodyWasFirst(transition);
            if (first) {
                everyOtherConditionMustHold(transition);
                write(transition);
            }
            return first;
        });
    }

    private boolean nobodyWasFirst(Transition transition) {
        Restore before = transition.before();
        Restore now = restores.get(before.id());
        return now != null
                && now.version() == before.version()
                && transition
                        .operation()
                        .map(CompletedOperation::key)
                        .filter(operations::containsKey)
                        .isEmpty();
    }

    private void everyOtherConditionMustHold(Transition transition) {
        Restore before = transition.before();
        transition.entries().forEach(this::mustBeFree);
        boolean opensAgain = transition
                .retirement()
                .map(Restore::id)
                .filter(restores::containsKey)
                .isPresent();
        boolean unlocksAnothers = unlocks(transition) && !before.id().equals(locks.get(before.target()));
        if (opensAgain || unlocksAnothers) {
            throw new CommitRefusedException(CommitRefusedException.Why.CONDITION, "A condition does not hold.");
        }
    }

    private void mustBeFree(AuditEntry entry) {
        if (entry.seq() <= last(audit.getOrDefault(entry.restore(), List.of()))) {
            throw new CommitRefusedException(
                    CommitRefusedException.Why.ENTRY_EXISTS, "Entry " + entry.seq() + " exists.");
        }
    }

    private static boolean unlocks(Transition transition) {
        return transition.before().holdsTarget() && !transition.after().holdsTarget();
    }

    private void write(Transition transition) {
        Restore after = transition.after();
        put(after);
        transition.entries().forEach(this::append);
        transition.retirement().ifPresent(this::put);
        transition.operation().ifPresent(done -> operations.put(done.key(), done));
        transition
                .durations()
                .ifPresent(took -> durations.put(like(after.accepted().request()), took));
        if (unlocks(transition)) {
            locks.remove(after.target(), after.id());
            after.lockedSecret().ifPresent(secret -> secretLocks.remove(secret, after.id()));
        }
    }

    /** What restores like it took. */
    public Durations durations(RestoreRequest request) {
        return durations.getOrDefault(like(request), Durations.NONE);
    }

    private static String like(RestoreRequest request) {
        return request.target() + " from " + request.source().series();
    }

    /** As if another had written it. */
    public void append(AuditEntry entry) {
        List<AuditEntry> trail = audit.computeIfAbsent(entry.restore(), id -> new ArrayList<>());
        if (entry.seq() != last(trail) + 1) {
            throw new IllegalStateException("a gap in the audit trail before " + entry);
        }
        trail.add(entry);
    }

    private static long last(List<AuditEntry> trail) {
        return trail.isEmpty() ? 0 : trail.get(trail.size() - 1).seq();
    }

    @Override
    public Uni<Long> lastEntry(RestoreId id) {
        return Uni.createFrom().item(() -> last(audit(id)));
    }

    @Override
    public Uni<Map<String, List<RestoreId>>> interestedIn(Collection<String> arns) {
        return Uni.createFrom()
                .item(() -> arns.stream()
                        .distinct()
                        .filter(concerned::containsKey)
                        .collect(Collectors.toMap(arn -> arn, arn -> List.copyOf(concerned.get(arn)))));
    }

    @Override
    public Uni<List<RestoreId>> overdue(Instant before, int atMost) {
        return Uni.createFrom()
                .item(() -> restores.values().stream()
                        .filter(restore -> restore.schedule()
                                .wakeAt()
                                .filter(at -> at.isBefore(before))
                                .isPresent())
                        .sorted(Comparator.comparing(
                                restore -> restore.schedule().wakeAt().orElseThrow()))
                        .limit(atMost)
                        .map(Restore::id)
                        .toList());
    }

    public List<AuditEntry> audit(RestoreId id) {
        return List.copyOf(audit.getOrDefault(id, List.of()));
    }

    /** How many there are in its audit trail. */
    public int entries(RestoreId id) {
        return audit.getOrDefault(id, List.of()).size();
    }

    /** As if the lock had been given up. */
    public void release(String target, RestoreId id) {
        locks.remove(target, id);
    }

    @Override
    public Uni<Optional<RestoreId>> holder(String target) {
        return Uni.createFrom().item(() -> Optional.ofNullable(locks.get(target)));
    }

    @Override
    public Uni<Optional<CompletedOperation>> operated(String key) {
        return Uni.createFrom().item(() -> Optional.ofNullable(operations.get(key)));
    }

    @Override
    public Uni<Optional<Standing>> standing(String key) {
        return Uni.createFrom().item(() -> Optional.ofNullable(refusals.get(key)));
    }

    @Override
    public Uni<Standing> remember(RejectedRequest refusal) {
        return Uni.createFrom()
                .item(() -> isAccepted(refusal)
                        ? new Standing(refusal, true)
                        : refusals.computeIfAbsent(refusal.key(), fresh -> new Standing(refusal, false)));
    }

    private boolean isAccepted(RejectedRequest refusal) {
        return refusal.failure().code() != FailureCode.KEY_REUSED
                && !refusals.containsKey(refusal.key())
                && restores.containsKey(RestoreId.of(refusal.key()));
    }

    public RejectedRequest refusal(String key) {
        return refusals.get(key).refusal();
    }

    @Override
    public Uni<Void> told(RejectedRequest refusal) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> refusals.compute(refusal.key(), (key, standing) -> toldBy(standing.refusal(), refusal)));
    }

    private static Standing toldBy(RejectedRequest first, RejectedRequest latest) {
        return new Standing(
                new RejectedRequest(
                        first.key(),
                        first.fingerprint(),
                        latest.delivery(),
                        first.target(),
                        first.profile(),
                        first.by(),
                        first.failure(),
                        first.at(),
                        first.body()),
                true);
    }

    @Override
    public Uni<Void> note(RejectedRequest refusal) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> note(AuditEntry entry) {
        return Uni.createFrom().voidItem().invoke(() -> audit.put(entry.restore(), List.of(entry)));
    }
}
