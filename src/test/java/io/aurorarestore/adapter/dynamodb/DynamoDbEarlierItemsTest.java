package io.aurorarestore.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.OpenResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Restores of a version that had an item for each ARN of each restore, and of this one, beside each other. */
class DynamoDbEarlierItemsTest {

    private static final String SHARED = TestData.HOME.snapshotArn("shared");
    private static final int SEEDS = 6;
    private static final int ACTS = 60;

    private final LocalTables tables = new LocalTables();
    private final ServiceConfig config = tables.config();
    private final TransactionWrites writes = new TransactionWrites(config, TestData.HOME);
    private final DynamoDbRestores store = new DynamoDbRestores(tables.client(), config, writes);
    private final EarlierVersion earlier = new EarlierVersion(tables.client(), config);
    private final DynamoDbEarlierItems items =
            new DynamoDbEarlierItems(tables.client(), config, writes, store, Clock.fixed(TestData.NOW, ZoneOffset.UTC));

    @BeforeEach
    void start() throws IOException {
        tables.start();
    }

    @AfterEach
    void stop() {
        tables.close();
    }

    @Test
    void a_restore_of_an_earlier_version_is_found_before_and_after_it_is_rewritten() {
        Restore old = fresh("orders-old");
        earlier.open(old);
        assertThat(found(target(old))).containsExactly(old.id());

        assertThat(rewrite()).isEqualTo(1);
        assertThat(found(target(old))).containsExactly(old.id());
        assertThat(isMarked()).isFalse();

        assertThat(rewrite()).isZero();
        assertThat(isMarked()).isTrue();
        assertThat(found(target(old))).containsExactly(old.id());
        assertThat(load(old)).isEqualTo(old);
        assertThat(commit(old, owning(old))).isTrue();
        assertThat(found(SHARED)).containsExactly(old.id());
    }

    @Test
    void what_an_earlier_version_has_written_since_is_found_again_with_its_next_commit() {
        rewrite();
        assertThat(isMarked()).isTrue();
        Restore old = fresh("orders-late");
        earlier.open(old);

        Restore next = owning(old);
        assertThat(commit(old, next)).isTrue();

        assertThat(isMarked()).isFalse();
        assertThat(found(SHARED)).containsExactly(old.id());
        assertThat(found(target(old))).containsExactly(old.id());
    }

    @Test
    void nothing_is_rewritten_when_the_time_is_over() {
        earlier.open(fresh("orders-timely"));

        assertThat(items.rewrite(TestData.NOW).await().indefinitely()).isZero();
        assertThat(isMarked()).isFalse();
    }

    @Test
    void the_version_before_finds_a_restore_of_this_one() {
        Restore one = open(fresh("orders-one"));
        commit(one, owning(one));
        Restore other = open(fresh("orders-other"));
        Restore owning = owning(other);
        commit(other, owning);

        assertThat(earlier.interestedIn(target(one))).containsExactly(one.id());
        assertThat(earlier.interestedIn(SHARED)).containsExactly(other.id());
        commit(owning, ended(owning));
        assertThat(earlier.interestedIn(SHARED)).containsExactly(one.id());
        assertThat(earlier.interestedIn(target(other))).isEmpty();
    }

    /** Both versions run, as during a deployment, and the sweep at any time. */
    @Test
    void whoever_commits_a_restore_last_it_is_found_once_this_version_has() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            List<Restore> live = new ArrayList<>();
            for (int act = 0; act < ACTS; act++) {
                act(random, live, seed + "-" + act);
            }
            List<Restore> now = live.stream().map(this::touched).toList();
            for (Restore restore : now) {
                for (String arn : restore.interests(TestData.HOME)) {
                    assertThat(found(arn)).as("seed %s: %s", seed, arn).contains(restore.id());
                }
            }
            now.forEach(restore -> commit(restore, ended(restore)));
        }
    }

    private void act(Random random, List<Restore> live, String name) {
        boolean byEarlier = random.nextInt(3) == 0;
        if (live.size() < 4) {
            live.add(byEarlier ? openEarlier(fresh(name)) : open(fresh(name)));
            return;
        }
        int at = random.nextInt(live.size());
        Restore before = live.get(at);
        switch (random.nextInt(5)) {
            case 0 -> rewrite();
            case 1 -> {
                write(before, ended(before), byEarlier);
                live.remove(at);
            }
            case 2 -> live.set(at, write(before, without(before), byEarlier));
            default -> live.set(at, write(before, owning(before), byEarlier));
        }
    }

    private Restore write(Restore before, Restore after, boolean byEarlier) {
        if (byEarlier) {
            earlier.commit(before, after);
        } else {
            assertThat(commit(before, after)).isTrue();
        }
        return after;
    }

    private Restore touched(Restore restore) {
        return write(restore, restore.next(0), false);
    }

    private Restore openEarlier(Restore fresh) {
        earlier.open(fresh);
        return fresh;
    }

    private Restore open(Restore fresh) {
        AuditEntry entry = new AuditEntry(fresh.id(), 1, TestData.NOW, fresh.step(), "opened", "", "", "");
        assertThat(store.open(fresh, entry).await().indefinitely()).isEqualTo(new OpenResult.Opened(fresh));
        return fresh;
    }

    private boolean commit(Restore before, Restore after) {
        return store.commit(new Transition(before, after, List.of())).await().indefinitely();
    }

    private int rewrite() {
        return items.rewrite(Instant.MAX).await().indefinitely();
    }

    private boolean isMarked() {
        return tables.client()
                .getItem(get -> get.tableName(config.stateTable()).key(ArnItems.ALL_SHARED))
                .join()
                .hasItem();
    }

    private Restore load(Restore restore) {
        return store.load(restore.id()).await().indefinitely().orElseThrow();
    }

    private List<RestoreId> found(String arn) {
        return store.interestedIn(Set.of(arn)).await().indefinitely().getOrDefault(arn, List.of());
    }

    private static String target(Restore restore) {
        return TestData.HOME.clusterArn(restore.target());
    }

    private static Restore owning(Restore restore) {
        return TestData.owning(restore, ResourceKind.SNAPSHOT, "shared", SHARED).next(0);
    }

    private static Restore without(Restore restore) {
        return restore.with(restore.resources().minus(SHARED)).next(0);
    }

    private static Restore ended(Restore restore) {
        return restore.ended(Status.SUCCEEDED, TestData.NOW).next(0);
    }

    private static Restore fresh(String target) {
        AcceptedRequest accepted = new AcceptedRequest(
                new RestoreRequest(target, new SnapshotSelector.ById("one"), "default"),
                TestData.settings(),
                target,
                "a test",
                TestData.NOW);
        return Restore.open(RestoreId.of(target), accepted, StepName.PREFLIGHT).next(1);
    }
}
