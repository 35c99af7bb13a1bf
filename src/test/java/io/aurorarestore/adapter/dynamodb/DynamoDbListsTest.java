package io.aurorarestore.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.RestoreViews.Listed;
import io.aurorarestore.port.RestoreViews.Page;
import io.aurorarestore.port.RestoreViews.Query;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lists of restores that this version wrote, and earlier ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbListsTest {

    private final LocalTables tables = new LocalTables();

    @BeforeAll
    void start() throws IOException {
        tables.start();
    }

    @AfterAll
    void stop() {
        tables.close();
    }

    @Test
    void a_list_goes_by_the_status_that_a_restore_has_now() {
        Restore goesOn = opened("status", 0);
        Restore ends = opened("status", 1);
        commit(goesOn, goesOn.with(goesOn.schedule().wokenAt(TestData.NOW)));
        commit(ends, ends.ended(Status.SUCCEEDED, TestData.NOW));

        assertThat(ids(list("status", Optional.of(Status.SUCCEEDED), 10))).containsExactly(ends.id());
        assertThat(ids(list("status", Optional.of(Status.RUNNING), 10))).containsExactly(goesOn.id());
        assertThat(list("status", Optional.empty(), 10))
                .extracting(one -> one.restore().orElseThrow().status())
                .containsExactly(Status.SUCCEEDED, Status.RUNNING);
    }

    @Test
    void one_that_an_earlier_version_goes_on_with_is_listed_once_before_and_after() {
        Restore opened = opened("earlier", 0);
        asEarlier(opened);
        assertThat(ids(list("earlier", Optional.empty(), 10))).containsExactly(opened.id());

        Restore woken = commit(opened, opened.with(opened.schedule().wokenAt(TestData.NOW)));
        assertThat(ids(list("earlier", Optional.of(Status.RUNNING), 10))).containsExactly(woken.id());
        assertThat(item(woken)).doesNotContainKey(Items.TARGET);

        asEarlier(woken);
        Restore ended = commit(woken, woken.ended(Status.SUCCEEDED, TestData.NOW));
        assertThat(list("earlier", Optional.of(Status.SUCCEEDED), 10))
                .singleElement()
                .satisfies(one -> assertThat(one.restore()).contains(ended));
        assertThat(list("earlier", Optional.of(Status.RUNNING), 10)).isEmpty();
    }

    @Test
    void an_older_commit_is_lost_however_the_restore_is_stored() {
        Restore opened = opened("lost", 0);
        Restore woken = commit(opened, opened.with(opened.schedule().wokenAt(TestData.NOW)));
        asEarlier(woken);

        assertThat(store().commit(new Transition(opened, opened.next(0), List.of()))
                        .await()
                        .indefinitely())
                .isFalse();
    }

    @Test
    void pages_of_both_kinds_follow_each_other() {
        List<RestoreId> all = new ArrayList<>();
        IntStream.range(0, 9).forEach(number -> {
            Restore one = opened("pages", number);
            all.add(0, one.id());
            if (number % 3 == 0) {
                asEarlier(one);
            }
        });

        List<RestoreId> seen = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Listed> page = page("pages", Optional.empty(), 2, next);
            seen.addAll(ids(page.items()));
            next = page.next();
        } while (next.isPresent());

        assertThat(seen).isEqualTo(all);
    }

    @Test
    void a_page_may_show_a_hundred() {
        IntStream.range(0, 100).forEach(number -> opened("hundred", number));

        assertThat(list("hundred", Optional.empty(), 100))
                .hasSize(100)
                .allSatisfy(one -> assertThat(one.restore()).isPresent());
    }

    @Test
    void each_retirement_is_found_until_it_is_over_and_one_that_failed_until_it_is_given_up() {
        Restore later = retirement("later", 9);
        Restore sooner = retirement("sooner", 2);
        Restore failed = retirement("failed", 5);
        Restore untold = commit(failed, failed.ended(Status.FAILED, TestData.NOW));
        assertThat(retirements(10)).containsExactly(untold.id(), sooner.id(), later.id());

        Restore stuck = commit(untold, untold.announced());
        Restore kept = commit(sooner, sooner.ended(Status.CANCELLED, TestData.NOW));
        assertThat(retirements(10)).containsExactly(stuck.id(), later.id());
        assertThat(overdue()).doesNotContain(stuck.id());

        Restore givenUp = commit(stuck, stuck.with(stuck.outcome().givenUp()).announced());
        assertThat(retirements(10)).containsExactly(later.id());
        assertThat(item(givenUp)).doesNotContainKey("due");
        assertThat(retirements(1)).hasSizeLessThanOrEqualTo(1).doesNotContain(kept.id());
    }

    private Restore retirement(String name, int days) {
        Restore restore = opened("retired-" + name, 0);
        Restore retirement = restore.retirement(TestData.NOW.plus(Duration.ofDays(days)));
        put(Items.restore(retirement));
        put(Items.accepted(retirement));
        return retirement;
    }

    private List<RestoreId> retirements(int atMost) {
        return new DynamoDbViews(tables.client(), tables.config())
                .retirements(atMost).await().indefinitely().stream()
                        .map(Restore::id)
                        .toList();
    }

    private List<RestoreId> overdue() {
        return store().overdue(Instant.parse("9998-01-01T00:00:00Z"), 1000)
                .await()
                .indefinitely();
    }

    @Test
    void an_audit_entry_says_the_calls_of_aws_that_were_counted_and_one_of_an_earlier_version_none() {
        Restore opened = opened("counted", 0);
        AuditEntry entry = new AuditEntry(opened.id(), 1, TestData.NOW, opened.step(), "done", "why", "cause", "by")
                .with(Map.of("rds:DescribeDBClusters", 2, "rds:ModifyDBCluster", 1));
        Map<String, AttributeValue> earlier = new HashMap<>(Items.audit(entry, Duration.ofDays(1)));
        earlier.remove("calls");
        earlier.put("seq", Items.number(2));
        audited(Items.audit(entry, Duration.ofDays(1)));
        audited(earlier);

        assertThat(new DynamoDbViews(tables.client(), tables.config())
                        .audit(opened.id(), 10, 0)
                        .await()
                        .indefinitely()
                        .items())
                .extracting(AuditEntry::calls)
                .containsExactly(entry.calls(), Map.of());
    }

    @Test
    void calls_of_which_no_entry_tells_are_kept_with_the_restore() {
        Restore opened = opened("untold", 0);
        Transition first = new Transition(opened, opened.next(0), List.of()).asking(Map.of("rds:CreateDBInstance", 1));
        assertThat(store().commit(first).await().indefinitely()).isTrue();

        Restore kept = store().load(opened.id()).await().indefinitely().orElseThrow();
        AuditEntry entry = new AuditEntry(opened.id(), 1, TestData.NOW, opened.step(), "done", "why", "cause", "by");
        Transition second =
                new Transition(kept, kept.next(1), List.of(entry)).asking(Map.of("rds:CreateDBInstance", 1));

        assertThat(kept).isEqualTo(first.after());
        assertThat(second.entries().get(0).calls()).isEqualTo(Map.of("rds:CreateDBInstance", 2));
        assertThat(second.after().progress().times().calls()).isEmpty();
    }

    private void audited(Map<String, AttributeValue> item) {
        tables.client()
                .putItem(put -> put.tableName(tables.config().auditTable()).item(item))
                .join();
    }

    /** As the version before summaries wrote a restore's state. */
    private void asEarlier(Restore restore) {
        Map<String, AttributeValue> item = new HashMap<>(Items.summary(restore));
        item.putAll(Items.restore(restore));
        put(item);
    }

    private Map<String, AttributeValue> item(Restore restore) {
        return tables.client()
                .getItem(get -> get.tableName(tables.config().stateTable())
                        .key(Items.restoreKey(restore.id()))
                        .consistentRead(true))
                .join()
                .item();
    }

    /** One of several of its target, the last of which holds it. */
    private Restore opened(String target, int number) {
        AcceptedRequest accepted = new AcceptedRequest(
                new RestoreRequest(target, new SnapshotSelector.ById("one"), "default"),
                TestData.settings(),
                target + number,
                "a test",
                TestData.NOW.plusSeconds(number));
        Restore opened = Restore.open(RestoreId.of(target + number), accepted, StepName.PREFLIGHT);
        put(Items.restore(opened));
        put(Items.accepted(opened));
        put(Items.summary(opened));
        put(Items.lock(opened));
        return opened;
    }

    private void put(Map<String, AttributeValue> item) {
        tables.client()
                .putItem(put -> put.tableName(tables.config().stateTable()).item(item))
                .join();
    }

    private Restore commit(Restore before, Restore changed) {
        Restore after = changed.next(0);
        assertThat(store().commit(new Transition(before, after, List.of()))
                        .await()
                        .indefinitely())
                .isTrue();
        return after;
    }

    private List<Listed> list(String target, Optional<Status> status, int limit) {
        return page(target, status, limit, Optional.empty()).items();
    }

    private Page<Listed> page(String target, Optional<Status> status, int limit, Optional<String> next) {
        return new DynamoDbViews(tables.client(), tables.config())
                .list(new Query(Optional.of(target), status, limit, next))
                .await()
                .indefinitely();
    }

    private static List<RestoreId> ids(List<Listed> listed) {
        return listed.stream().map(one -> new RestoreId(one.id())).toList();
    }

    private DynamoDbRestores store() {
        return new DynamoDbRestores(
                tables.client(), tables.config(), new TransactionWrites(tables.config(), TestData.HOME));
    }
}
