package io.aurorarestore.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.adapter.dynamodb.stored.StoredRestores;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.engine.RestoresContract;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Audience;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CommitRefusedException;
import io.aurorarestore.port.LookedUp;
import io.aurorarestore.port.Lookup;
import io.aurorarestore.port.RejectedRequests;
import io.aurorarestore.port.RestoreViews;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StoredByNewerVersionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The adapter against DynamoDB Local, with the tables of the deployment template. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbRestoresTest extends RestoresContract {

    /** BatchWriteItem's limit. */
    private static final int BATCH = 25;

    private final LocalTables tables = new LocalTables();
    private final DynamoDbAsyncClient client = tables.client();
    private final ServiceConfig config = tables.config();

    @BeforeAll
    void start() throws IOException {
        tables.start();
    }

    @AfterAll
    void stop() {
        tables.close();
    }

    /** Only what the sparse index holds of a restore. */
    @Test
    void ten_thousand_that_are_overdue_are_found_oldest_first() {
        Instant from = TestData.NOW.plus(Duration.ofDays(1000));
        List<RestoreId> all = IntStream.range(0, 10_000)
                .mapToObj(number -> RestoreId.of("due " + number))
                .toList();
        IntStream.range(0, all.size() / BATCH).forEach(batch -> put(all, batch * BATCH, from));

        List<RestoreId> overdue =
                store().overdue(from.plus(Duration.ofDays(1)), 100_000).await().indefinitely();

        assertThat(overdue.subList(overdue.size() - all.size(), overdue.size())).isEqualTo(all);
    }

    @Test
    void what_is_due_is_found_oldest_first_in_whatever_partition_it_stands() {
        Instant from = TestData.NOW.plus(Duration.ofDays(3000));
        List<Restore> all = IntStream.range(0, 40)
                .mapToObj(number -> listed("spread " + number))
                .map(ended -> ended.with(ended.schedule().wokenAt(from)).next(0))
                .toList();
        List<Map<String, AttributeValue>> items = IntStream.range(0, all.size())
                .mapToObj(at -> all.get(at).with(all.get(at).schedule().wokenAt(from.plusSeconds(at))))
                .map(Items::restore)
                .toList();
        items.forEach(
                item -> client.putItem(put -> put.tableName(config.stateTable()).item(item))
                        .join());
        RestoreId earlier = RestoreId.of("of an earlier version");
        client.putItem(put -> put.tableName(config.stateTable()).item(item(earlier, from.minusSeconds(1))))
                .join();

        List<RestoreId> overdue =
                store().overdue(from.plus(Duration.ofDays(1)), 100_000).await().indefinitely();

        assertThat(items.stream().map(item -> item.get(DueIndex.NAME)).distinct())
                .hasSizeGreaterThan(4);
        assertThat(overdue.subList(overdue.size() - 41, overdue.size()))
                .startsWith(earlier)
                .endsWith(all.stream().map(Restore::id).toArray(RestoreId[]::new));
        assertThat(store().overdue(from.plus(Duration.ofDays(1)), 7).await().indefinitely())
                .isEqualTo(overdue.subList(0, 7));
    }

    @Test
    void a_retirement_stands_where_every_version_looks_for_it() {
        Restore retirement = TestData.restore(StepName.RETIRE_OLD).retirement(TestData.NOW.plus(Duration.ofDays(7)));

        assertThat(Items.restore(retirement)).containsEntry("due", Items.text("due"));
    }

    @Test
    void a_restore_of_the_first_schema_goes_on_in_this_one() throws IOException {
        String first = Files.readString(Path.of("src/test/resources/stored/v1/CopySnapshot.json"));
        Restore stored = StoredRestores.read(first);
        Map<String, AttributeValue> item = new HashMap<>(Items.restore(stored));
        item.put(Items.SCHEMA, Items.number(1));
        item.put(Items.DOC, Items.text(first));
        client.putItem(put -> put.tableName(config.stateTable()).item(item)).join();
        assertThat(store().load(stored.id()).await().indefinitely()).contains(stored);

        Restore next = stored.with(stored.schedule().wokenAt(TestData.NOW)).next(0);
        assertThat(store().commit(new Transition(stored, next, List.of()))
                        .await()
                        .indefinitely())
                .isTrue();

        assertThat(store().load(stored.id()).await().indefinitely()).contains(next);
        Restore last = next.with(next.schedule().wokenAt(TestData.NOW)).next(0);
        assertThat(store().commit(new Transition(next, last, List.of())).await().indefinitely())
                .isTrue();
        assertThat(store().commit(new Transition(next, last, List.of())).await().indefinitely())
                .isFalse();
        assertThat(store().load(stored.id()).await().indefinitely()).contains(last);
    }

    @Test
    void what_outgrows_its_item_is_refused_but_its_end_is_not() {
        Restore opened = TestData.restore(StepName.PREFLIGHT).next(1);
        AuditEntry entry = new AuditEntry(opened.id(), 1, TestData.NOW, opened.step(), "opened", "", "", "");
        store().open(opened, entry).await().indefinitely();
        Restore large = opened.with(opened.outcome().cancelledBy("x".repeat(395_000)));

        assertThatThrownBy(() -> store().commit(new Transition(opened, large.next(0), List.of()))
                        .await()
                        .indefinitely())
                .matches(failure -> CommitRefusedException.isFor(CommitRefusedException.Why.TOO_LARGE, failure));
        Restore ended = large.ended(Status.FAILED, TestData.NOW).next(0);
        assertThat(store().commit(new Transition(opened, ended, List.of()))
                        .await()
                        .indefinitely())
                .isTrue();
        assertThat(store().load(opened.id()).await().indefinitely()).contains(ended);
    }

    @Test
    void a_list_shows_what_it_cannot_read_as_far_as_it_can() {
        Restore readable = listed("readable");
        Restore newer = listed("newer");
        markNewer(newer);
        DynamoDbViews views = new DynamoDbViews(client, config);

        List<RestoreViews.Listed> page = views.list(
                        new RestoreViews.Query(Optional.of("orders-listed"), Optional.empty(), 10, Optional.empty()))
                .await()
                .indefinitely()
                .items();

        assertThat(page).extracting(RestoreViews.Listed::id).contains(newer.id().value());
        assertThat(page)
                .filteredOn(one -> one.id().equals(newer.id().value()))
                .singleElement()
                .satisfies(one -> assertThat(one.restore()).isEmpty());
        assertThat(page)
                .filteredOn(one -> one.id().equals(readable.id().value()))
                .singleElement()
                .satisfies(one -> assertThat(one.restore()).contains(readable));
        assertThatThrownBy(() -> store().load(newer.id()).await().indefinitely())
                .isInstanceOf(StoredByNewerVersionException.class);
    }

    private void markNewer(Restore restore) {
        client.updateItem(update -> update.tableName(config.stateTable())
                        .key(Items.restoreKey(restore.id()))
                        .updateExpression("set #schema = :later")
                        .expressionAttributeNames(Map.of("#schema", Items.SCHEMA))
                        .expressionAttributeValues(Map.of(":later", Items.number(99))))
                .join();
    }

    private Restore listed(String key) {
        AcceptedRequest accepted = new AcceptedRequest(
                new RestoreRequest("orders-listed", new SnapshotSelector.ById("one"), "default"),
                TestData.settings(),
                key,
                "a test",
                TestData.NOW);
        Restore opened =
                Restore.open(RestoreId.of(key), accepted, StepName.PREFLIGHT).next(1);
        AuditEntry entry = new AuditEntry(opened.id(), 1, TestData.NOW, opened.step(), "opened", "", "", "");
        store().open(opened, entry).await().indefinitely();
        Restore ended = opened.ended(Status.SUCCEEDED, TestData.NOW).next(0);
        store().commit(new Transition(opened, ended, List.of())).await().indefinitely();
        return ended;
    }

    @Test
    void what_messages_are_likely_about_is_read_at_once() {
        Restore one = listed("looked up");
        DatabaseJob job = new DatabaseJob(one.id(), StepName.CONFIGURE_DATABASE, 1, 1);
        DatabaseJob another = new DatabaseJob(one.id(), StepName.CONFIGURE_DATABASE, 2, 1);
        JobReport done = JobReport.done(new DatabaseJob(one.id(), StepName.CONFIGURE_DATABASE, 1, 3), "configured");
        new DynamoDbJobResults(client, config, Clock.fixed(TestData.NOW, ZoneOffset.UTC))
                .write(done)
                .await()
                .indefinitely();
        Restore target = opened("orders-looked-up", "looked up, too");
        String arn = TestData.HOME.clusterArn("orders-looked-up");

        LookedUp found = store().lookUp(Lookup.of(done.job())
                        .and(Lookup.of(another))
                        .and(Lookup.of(RestoreId.of("nobody")))
                        .and(Lookup.ofEvent(List.of(
                                arn, TestData.HOME.clusterArn(target.names().staging())))))
                .await()
                .indefinitely();

        assertThat(found.concerned()).isEqualTo(Map.of(arn, List.of(target.id())));
        assertThat(found.restores()).isEqualTo(Map.of(one.id(), one, target.id(), target));
        assertThat(found.reports()).isEqualTo(Map.of(job, Optional.of(done), another, Optional.empty()));
    }

    @Test
    void one_that_a_newer_version_has_stored_is_left_to_whoever_loads_it() {
        Restore newer = listed("looked up, newer");
        markNewer(newer);

        LookedUp found = store().lookUp(Lookup.of(newer.id())).await().indefinitely();

        assertThat(found.restores()).isEmpty();
    }

    @Test
    void what_came_of_a_job_stays_once_it_is_certain() {
        DynamoDbJobResults results = new DynamoDbJobResults(client, config, Clock.fixed(TestData.NOW, ZoneOffset.UTC));
        DatabaseJob job = new DatabaseJob(TestData.ID, StepName.CONFIGURE_DATABASE, 1, 1);
        DatabaseJob next = new DatabaseJob(TestData.ID, StepName.CONFIGURE_DATABASE, 1, 2);
        DatabaseJob another = new DatabaseJob(TestData.ID, StepName.CONFIGURE_DATABASE, 2, 1);
        JobReport failed = JobReport.failed(job, new Failure(FailureCode.DATABASE_FAILED, "it is broken"));
        assertThat(results.of(job).await().indefinitely()).isEmpty();

        results.write(JobReport.notYet(job, "not reachable")).await().indefinitely();
        results.write(failed).await().indefinitely();
        results.write(JobReport.done(job, "late")).await().indefinitely();

        assertThat(results.of(job).await().indefinitely()).contains(failed);
        assertThat(results.of(next).await().indefinitely()).contains(failed);
        assertThat(results.of(another).await().indefinitely()).isEmpty();
    }

    @Test
    void of_two_results_of_an_attempt_that_stays_which_is_to_be_believed() {
        DynamoDbJobResults results = new DynamoDbJobResults(client, config, Clock.fixed(TestData.NOW, ZoneOffset.UTC));
        int attempt = 100;
        for (JobReport.Outcome outcome : JobReport.Outcome.values()) {
            for (JobReport.Outcome laterOutcome : JobReport.Outcome.values()) {
                for (int run = 1; run <= 3; run++) {
                    attempt++;
                    JobReport earlier =
                            report(new DatabaseJob(TestData.ID, StepName.VERIFY_RESTORE, attempt, 2), outcome);
                    JobReport later =
                            report(new DatabaseJob(TestData.ID, StepName.VERIFY_RESTORE, attempt, run), laterOutcome);

                    results.write(earlier).await().indefinitely();
                    results.write(later).await().indefinitely();

                    assertThat(results.of(earlier.job()).await().indefinitely())
                            .as("%s after %s", later, earlier)
                            .contains(later.replaces(earlier) ? later : earlier);
                }
            }
        }
    }

    private static JobReport report(DatabaseJob job, JobReport.Outcome outcome) {
        ScriptProgress progress = new ScriptProgress("mask", 2, 3, 4, 5, TestData.NOW);
        return switch (outcome) {
            case DONE -> JobReport.done(job, "done");
            case NOT_YET -> JobReport.notYet(job, "not yet");
            case FAILED -> JobReport.failed(job, new Failure(FailureCode.DATABASE_FAILED, "failed"));
            case RUNNING -> JobReport.running(job, progress);
            case CONTINUES -> JobReport.continues(job, progress);
        };
    }

    @Test
    void what_a_job_warns_of_and_what_was_verified_with_it_is_kept() {
        DynamoDbJobResults results = new DynamoDbJobResults(client, config, Clock.fixed(TestData.NOW, ZoneOffset.UTC));
        DatabaseJob job = new DatabaseJob(TestData.ID, StepName.VERIFY_ENDPOINT, 1, 1);
        JobReport done = JobReport.done(job, "well", List.of("one", "another"), Optional.of("2 check(s) hold"));

        results.write(done).await().indefinitely();

        assertThat(results.of(job).await().indefinitely()).contains(done);
    }

    @Test
    void a_dry_run_is_kept_apart_from_all_restores() {
        DynamoDbDryRuns dryRuns = new DynamoDbDryRuns(client, config);
        RestoreId id = RestoreId.of("a dry run");
        AcceptedRequest accepted = TestData.restore(StepName.PREFLIGHT).accepted();
        Restore begun = Restore.open(id, accepted, StepName.PREFLIGHT);
        assertThat(dryRuns.find(id).await().indefinitely()).isEmpty();

        dryRuns.keep(begun).await().indefinitely();
        Restore told = begun.with(begun.outbox().to(Set.of(Audience.SUBSCRIBERS)));
        dryRuns.keep(told).await().indefinitely();

        assertThat(dryRuns.find(id).await().indefinitely()).contains(told);
        assertThat(store().load(id).await().indefinitely()).isEmpty();
        assertThat(store().overdue(TestData.NOW.plus(Duration.ofDays(2000)), 100_000)
                        .await()
                        .indefinitely())
                .doesNotContain(id);
    }

    private void put(List<RestoreId> all, int first, Instant from) {
        List<WriteRequest> writes = IntStream.range(first, first + BATCH)
                .mapToObj(number -> item(all.get(number), from.plusMillis(number)))
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList();
        client.batchWriteItem(batch -> batch.requestItems(Map.of(config.stateTable(), writes)))
                .join();
    }

    private static Map<String, AttributeValue> item(RestoreId id, Instant due) {
        Map<String, AttributeValue> item = new HashMap<>(Items.restoreKey(id));
        item.put(DueIndex.NAME, Items.text(DueIndex.NAME));
        item.put("wakeAt", Items.number(due.toEpochMilli()));
        return item;
    }

    @Override
    protected RejectedRequests refusals() {
        return new DynamoDbRejectedRequests(client, config);
    }

    @Override
    protected Durations durations(RestoreRequest request) {
        return new DynamoDbProfiles(client, config)
                .applicable(request)
                .await()
                .indefinitely()
                .usual();
    }

    @Override
    protected Restores store() {
        return new DynamoDbRestores(client, config, new TransactionWrites(config, TestData.HOME));
    }
}
