package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CommitRefusedException;
import io.aurorarestore.port.OpenResult;
import io.aurorarestore.port.RejectedRequests;
import io.aurorarestore.port.Restores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of restores keeps to. Each test uses targets of its own. */
public abstract class RestoresContract {

    protected abstract Restores store();

    protected abstract RejectedRequests refusals();

    /** What restores like it took, as it is read for the next one. */
    protected abstract Durations durations(RestoreRequest request);

    @Test
    void what_was_opened_is_loaded_as_it_was() {
        Restore opened = opened("orders-a", "a");

        assertThat(load(opened.id())).contains(opened);
        assertThat(load(RestoreId.of("never opened"))).isEmpty();
    }

    @Test
    void the_same_id_again_answers_the_restore_that_is_known() {
        Restore opened = opened("orders-b", "b");

        assertThat(answer(open(fresh("orders-b", "b")))).isEqualTo("known " + opened.id());
        assertThat(load(opened.id())).contains(opened);
    }

    @Test
    void a_second_restore_of_a_target_learns_who_holds_it() {
        Restore holder = opened("orders-c", "c");
        Restore second = fresh("orders-c", "c2");

        assertThat(answer(open(second))).isEqualTo("busy " + holder.id());
        assertThat(load(second.id())).isEmpty();
        assertThat(interested(second)).containsExactly(holder.id());
    }

    @Test
    void what_was_refused_stays_refused_under_its_key_though_nothing_is_in_the_way_any_more() {
        remember(refusal("refused", "one"));

        assertThat(answer(open(fresh("orders-refused", "refused")))).isEqualTo("refused TARGET_BUSY");
        assertThat(load(RestoreId.of("refused"))).isEmpty();
        assertThat(interested(fresh("orders-refused", "refused"))).isEmpty();
        assertThat(answer(open(fresh("orders-refused", "refused2")))).startsWith("opened");
    }

    @Test
    void the_first_refusal_of_a_key_stands() {
        RejectedRequest first = refusal("stands", "one");
        assertThat(remember(first)).isEqualTo(new RejectedRequests.Standing(first, false));

        assertThat(remember(refusal("stands", "two"))).isEqualTo(new RejectedRequests.Standing(first, false));
        refusals().told(first).await().indefinitely();

        assertThat(remember(refusal("stands", "one")).settles(first)).isTrue();
        assertThat(remember(refusal("stands", "one")).settles(refusal("stands", "two")))
                .isFalse();
    }

    @Test
    void what_was_refused_may_hold_anything() {
        String endless = "orders".repeat(10_000);
        Failure failure = new Failure(FailureCode.INVALID_REQUEST, endless);
        RejectedRequest odd = new RejectedRequest(endless, "", "", endless, "", endless, failure, TestData.NOW);
        RejectedRequest empty = new RejectedRequest("empty", "", "", "", "", "", failure, TestData.NOW);

        assertThat(remember(odd).told()).isFalse();
        assertThat(remember(empty).told()).isFalse();
        refusals().note(odd).await().indefinitely();
        assertThat(remember(odd).refusal().failure().code()).isEqualTo(FailureCode.INVALID_REQUEST);
    }

    @Test
    void a_message_that_could_not_be_read_is_kept_with_its_refusal() {
        RejectedRequest parked = refusal("parked", "one").keeping(new Sensitive("{\"no\": json"));
        remember(parked);

        assertThat(remember(parked).refusal()).isEqualTo(parked);
    }

    @Test
    void of_a_message_that_is_too_long_to_be_kept_the_beginning_is() {
        RejectedRequest parked = refusal("long", "one").keeping(new Sensitive("a" + "é".repeat(600_000)));
        remember(parked);

        assertThat(remember(parked).refusal().body().orElseThrow().reveal()).startsWith("aéé");
    }

    private RejectedRequests.Standing remember(RejectedRequest refusal) {
        return refusals().remember(refusal).await().indefinitely();
    }

    private static RejectedRequest refusal(String key, String delivery) {
        return new RejectedRequest(
                key,
                "a fingerprint",
                delivery,
                "orders-r",
                "default",
                "a test",
                new Failure(FailureCode.TARGET_BUSY, "It is busy."),
                TestData.NOW);
    }

    @Test
    void a_commit_on_an_older_version_changes_nothing() {
        Restore first = opened("orders-d", "d");
        Restore second = first.with(first.progress().waiting("something", Optional.empty(), TestData.NOW))
                .next(0);
        assertThat(commit(first, second, List.of())).isTrue();

        Restore late = first.with(first.schedule().wokenAt(TestData.NOW.plusSeconds(9)))
                .next(1);
        assertThat(commit(first, late, List.of(entry(late)))).isFalse();
        assertThat(load(first.id())).contains(second);
    }

    @Test
    void of_many_commits_on_one_version_exactly_one_wins() {
        Restore first = opened("orders-e", "e");
        List<Boolean> kept = IntStream.range(0, 8)
                .mapToObj(number -> {
                    Restore next = first.with(
                                    first.progress().waiting("number " + number, Optional.empty(), TestData.NOW))
                            .next(0);
                    return store().commit(new Transition(first, next, List.of()))
                            .subscribeAsCompletionStage();
                })
                .toList()
                .stream()
                .map(stage -> stage.join())
                .toList();

        assertThat(kept).containsOnlyOnce(true);
    }

    @Test
    void events_find_a_restore_by_what_it_owns_until_it_ends() {
        Restore opened = opened("orders-f", "f");
        String staging = TestData.HOME.clusterArn(opened.names().staging());
        Restore owning = TestData.owning(
                        opened, ResourceKind.CLUSTER, opened.names().staging(), staging)
                .next(1);
        commit(opened, owning, List.of(entry(owning)));
        assertThat(interested(staging)).containsExactly(opened.id());
        assertThat(interested(opened)).containsExactly(opened.id());

        Restore ended = owning.ended(Status.SUCCEEDED, TestData.NOW).next(1);
        commit(owning, ended, List.of(entry(ended)));
        assertThat(interested(staging)).isEmpty();
        assertThat(interested(opened)).isEmpty();
    }

    @Test
    void an_ended_restore_gives_its_target_free() {
        Restore opened = opened("orders-g", "g");
        Restore ended = opened.ended(Status.SUCCEEDED, TestData.NOW).next(1);
        commit(opened, ended, List.of(entry(ended)));

        assertThat(answer(open(fresh("orders-g", "g2")))).startsWith("opened");
    }

    @Test
    void what_a_restore_took_is_known_to_the_next_one_like_it() {
        Restore opened = opened("orders-y", "y");
        Restore ended =
                opened.ended(Status.SUCCEEDED, TestData.NOW.plusSeconds(90)).next(1);
        commit(opened, ended, List.of(entry(ended)));

        Duration took = Duration.ofSeconds(90);
        assertThat(durations(opened.accepted().request()))
                .isEqualTo(new Durations(Map.of(opened.step(), List.of(took)), List.of(took)));
        assertThat(durations(fresh("orders-z", "z").accepted().request())).isEqualTo(Durations.NONE);
    }

    @Test
    void what_a_restore_took_that_did_not_succeed_says_nothing() {
        Restore opened = opened("orders-y2", "y2");
        Restore ended =
                opened.ended(Status.ROLLED_BACK, TestData.NOW.plusSeconds(90)).next(1);
        commit(opened, ended, List.of(entry(ended)));

        assertThat(durations(opened.accepted().request())).isEqualTo(Durations.NONE);
    }

    @Test
    void a_retirement_is_opened_with_the_end_of_its_restore() {
        Restore opened = opened("orders-k", "k");
        Restore ended = opened.ended(Status.SUCCEEDED, TestData.NOW).next(1);
        Restore retirement = opened.retirement(TestData.NOW.plus(Duration.ofDays(7)));
        Transition end = new Transition(opened, ended, List.of(entry(ended)), Optional.of(retirement));

        assertThat(store().commit(end).await().indefinitely()).isTrue();
        assertThat(load(retirement.id())).contains(retirement);
        assertThat(answer(open(fresh("orders-k", "k2")))).startsWith("opened");
    }

    @Test
    void a_failed_restore_keeps_its_target_until_it_is_abandoned() {
        Restore opened = opened("orders-l", "l");
        Restore failed = opened.ended(Status.FAILED, TestData.NOW).next(1);
        commit(opened, failed, List.of(entry(failed)));
        assertThat(answer(open(fresh("orders-l", "l2")))).isEqualTo("busy " + opened.id());
        assertThat(store().holder("orders-l").await().indefinitely()).contains(opened.id());

        Restore abandoned = failed.with(failed.outcome().givenUp()).next(1);
        commit(failed, abandoned, List.of(entry(abandoned)));
        assertThat(store().holder("orders-l").await().indefinitely()).isEmpty();
    }

    @Test
    void the_overdue_are_found_oldest_first_and_no_more_than_asked_for() {
        Restore later = due("orders-h", "h", Duration.ofDays(-20));
        Restore sooner = due("orders-i", "i", Duration.ofDays(-30));
        Restore ended = due("orders-j", "j", Duration.ofDays(-40));
        Restore over = ended.announced().next(1);
        commit(ended, over, List.of(entry(over)));

        assertThat(store().overdue(TestData.NOW.minus(Duration.ofDays(10)), 10)
                        .await()
                        .indefinitely())
                .containsExactly(sooner.id(), later.id());
        assertThat(store().overdue(TestData.NOW.minus(Duration.ofDays(10)), 1)
                        .await()
                        .indefinitely())
                .containsExactly(sooner.id());
        assertThat(store().overdue(TestData.NOW.minus(Duration.ofDays(25)), 10)
                        .await()
                        .indefinitely())
                .containsExactly(sooner.id());
    }

    @Test
    void a_retirement_that_is_due_is_overdue_like_any_other() {
        Restore opened = opened("orders-m", "m");
        Restore over = opened.ended(Status.SUCCEEDED, TestData.NOW).announced().next(1);
        Restore retirement = opened.retirement(TestData.NOW.minus(Duration.ofDays(60)));
        commit(opened, over, List.of(entry(over)), Optional.of(retirement));

        assertThat(store().overdue(TestData.NOW.minus(Duration.ofDays(50)), 10)
                        .await()
                        .indefinitely())
                .containsExactly(retirement.id());
        Restore done =
                retirement.ended(Status.SUCCEEDED, TestData.NOW).announced().next(1);
        assertThat(commit(retirement, done, List.of(entry(done)))).isTrue();
        assertThat(store().overdue(TestData.NOW.minus(Duration.ofDays(50)), 10)
                        .await()
                        .indefinitely())
                .isEmpty();
    }

    @Test
    void a_retirement_that_exists_is_not_opened_again() {
        Restore opened = opened("orders-n", "n");
        Restore first = opened.with(opened.schedule().wokenAt(TestData.NOW)).next(0);
        Restore retirement = opened.retirement(TestData.NOW.plus(Duration.ofDays(7)));
        assertThat(commit(opened, first, List.of(), Optional.of(retirement))).isTrue();

        Restore second = first.with(first.schedule().wokenAt(TestData.NOW)).next(0);
        assertThatThrownBy(() -> commit(first, second, List.of(), Optional.of(retirement)))
                .matches(failure -> CommitRefusedException.isFor(CommitRefusedException.Why.CONDITION, failure));
        assertThat(load(opened.id())).contains(first);
    }

    @Test
    void a_second_restore_with_the_same_master_secret_learns_who_holds_it() {
        Settings shared = TestData.settings(ClusterSettings.builder()
                .with(ClusterSetting.MASTER_SECRET, "shared")
                .build());
        Restore holder = fresh("orders-u", "u", shared);
        Restore second = fresh("orders-v", "v", shared);
        assertThat(answer(open(holder))).startsWith("opened");

        assertThat(answer(open(second))).isEqualTo("secret in use by " + holder.id());
        assertThat(load(second.id())).isEmpty();

        Restore ended = holder.ended(Status.SUCCEEDED, TestData.NOW).next(1);
        commit(holder, ended, List.of(entry(ended)));
        assertThat(answer(open(second))).startsWith("opened");
    }

    @Test
    void restores_whose_secrets_rds_keeps_share_none() {
        Settings managed = TestData.settings(ClusterSettings.builder()
                .with(ClusterSetting.MASTER_SECRET, ClusterSettings.MANAGED)
                .build());

        assertThat(answer(open(fresh("orders-w", "w", managed)))).startsWith("opened");
        assertThat(answer(open(fresh("orders-x", "x", managed)))).startsWith("opened");
    }

    @Test
    void what_was_never_opened_cannot_be_committed() {
        Restore never = fresh("orders-o", "o");

        assertThat(commit(never, never.next(0), List.of())).isFalse();
        assertThat(load(never.id())).isEmpty();
    }

    @Test
    void a_number_of_the_audit_trail_is_written_once() {
        Restore opened = opened("orders-p", "p");
        Restore next = opened.with(opened.progress().waiting("it", Optional.empty(), TestData.NOW))
                .next(0);

        assertThatThrownBy(() -> commit(opened, next, List.of(entry(opened))))
                .matches(failure -> CommitRefusedException.isFor(CommitRefusedException.Why.ENTRY_EXISTS, failure));
        assertThat(load(opened.id())).contains(opened);
        assertThat(store().lastEntry(opened.id()).await().indefinitely()).isEqualTo(1);
        assertThat(store().lastEntry(RestoreId.of("never opened")).await().indefinitely())
                .isZero();
    }

    @Test
    void an_event_finds_every_restore_that_it_concerns() {
        String shared = TestData.HOME.snapshotArn("shared-by-two");
        Restore one = owning(opened("orders-q", "q"), shared);
        Restore other = owning(opened("orders-t", "t"), shared);
        assertThat(interested(shared)).containsExactlyInAnyOrder(one.id(), other.id());

        Restore without = one.with(one.resources().minus(shared)).next(0);
        commit(one, without, List.of());
        assertThat(interested(shared)).containsExactly(other.id());
    }

    @Test
    void of_many_arns_those_that_concern_a_restore_are_found_at_once() {
        Restore one = opened("orders-at-once", "at once");
        Restore other = opened("orders-at-once-too", "at once too");
        List<String> arns = Stream.concat(
                        IntStream.range(0, 250).mapToObj(number -> TestData.HOME.snapshotArn("foreign-" + number)),
                        Stream.of(one, other, one).map(restore -> TestData.HOME.clusterArn(restore.target())))
                .toList();

        assertThat(store().interestedIn(arns).await().indefinitely())
                .containsOnly(
                        Map.entry(TestData.HOME.clusterArn("orders-at-once"), List.of(one.id())),
                        Map.entry(TestData.HOME.clusterArn("orders-at-once-too"), List.of(other.id())));
        assertThat(store().interestedIn(List.of()).await().indefinitely()).isEmpty();
    }

    @Test
    void many_that_come_to_share_a_resource_and_leave_it_at_once_do_not_get_into_each_others_way() {
        String shared = TestData.HOME.snapshotArn("shared-by-many");
        List<Restore> all = IntStream.range(0, 8)
                .mapToObj(number -> opened("orders-many-" + number, "many " + number))
                .toList();

        List<Restore> owning = all.stream()
                .map(one -> TestData.owning(one, ResourceKind.SNAPSHOT, shared, shared)
                        .next(0))
                .toList();
        commitAtOnce(all, owning);
        assertThat(interested(shared))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Restore::id).toList());

        List<Restore> without = owning.stream()
                .map(one -> one.with(one.resources().minus(shared)).next(0))
                .toList();
        commitAtOnce(owning.subList(1, 8), without.subList(1, 8));
        assertThat(interested(shared)).containsExactly(all.get(0).id());
        assertThat(commit(owning.get(0), without.get(0), List.of())).isTrue();
        assertThat(interested(shared)).isEmpty();
    }

    /** Whoever has too many others in the way tries again, as a message that comes again does. */
    private void commitAtOnce(List<Restore> before, List<Restore> after) {
        IntStream.range(0, before.size())
                .mapToObj(at -> store().commit(new Transition(before.get(at), after.get(at), List.of()))
                        .onFailure(CallFailedException.class)
                        .retry()
                        .atMost(20)
                        .subscribeAsCompletionStage())
                .toList()
                .forEach(done -> assertThat(done.join()).isTrue());
    }

    @Test
    void a_retirement_takes_over_what_its_restore_has_stood_for() {
        Restore opened = opened("orders-taken-over", "taken over");
        String cluster = TestData.HOME.clusterArn(opened.names().setAside());
        Restore owning = TestData.owning(
                        opened, ResourceKind.CLUSTER, opened.names().setAside(), cluster)
                .next(0);
        commit(opened, owning, List.of());
        Restore retirement = owning.retirement(TestData.NOW.plus(Duration.ofDays(7)));
        Restore ended = owning.ended(Status.SUCCEEDED, TestData.NOW).next(1);

        assertThat(commit(owning, ended, List.of(entry(ended)), Optional.of(retirement)))
                .isTrue();

        assertThat(interested(cluster)).doesNotContain(opened.id());
        assertThat(retirement.interests(TestData.HOME))
                .allSatisfy(arn -> assertThat(interested(arn)).containsExactly(retirement.id()));
    }

    @Test
    void a_note_changes_no_restore() {
        Restore opened = opened("orders-s", "s");
        RestoreId asked = RestoreId.of("a dry run");
        AuditEntry note =
                new AuditEntry(asked, 1, TestData.NOW, StepName.PREFLIGHT, "dry run", "why", "request", "a test");

        store().note(note).await().indefinitely();

        assertThat(load(asked)).isEmpty();
        assertThat(load(opened.id())).contains(opened);
        assertThat(store().holder("orders-s").await().indefinitely()).contains(opened.id());
        assertThat(store().holder("orders-unheld").await().indefinitely()).isEmpty();
    }

    private Restore owning(Restore opened, String arn) {
        Restore owning =
                TestData.owning(opened, ResourceKind.SNAPSHOT, arn, arn).next(0);
        assertThat(commit(opened, owning, List.of())).isTrue();
        return owning;
    }

    private Restore due(String target, String key, Duration fromNow) {
        Restore opened = opened(target, key);
        Restore due = opened.with(opened.schedule().wokenAt(TestData.NOW.plus(fromNow)))
                .next(0);
        commit(opened, due, List.of());
        return due;
    }

    protected Restore opened(String target, String key) {
        Restore fresh = fresh(target, key);
        assertThat(answer(open(fresh))).isEqualTo("opened " + fresh.id());
        return fresh;
    }

    private OpenResult open(Restore fresh) {
        return store().open(fresh, entry(fresh)).await().indefinitely();
    }

    private boolean commit(Restore before, Restore after, List<AuditEntry> entries) {
        return commit(before, after, entries, Optional.empty());
    }

    private boolean commit(Restore before, Restore after, List<AuditEntry> entries, Optional<Restore> retirement) {
        return store().commit(new Transition(before, after, entries, retirement))
                .await()
                .indefinitely();
    }

    private Optional<Restore> load(RestoreId id) {
        return store().load(id).await().indefinitely();
    }

    private List<RestoreId> interested(Restore restore) {
        return interested(TestData.HOME.clusterArn(restore.target()));
    }

    private List<RestoreId> interested(String arn) {
        return store().interestedIn(List.of(arn)).await().indefinitely().getOrDefault(arn, List.of());
    }

    private static String answer(OpenResult opening) {
        if (opening instanceof OpenResult.Opened opened) {
            return "opened " + opened.restore().id();
        }
        if (opening instanceof OpenResult.Known known) {
            return "known " + known.restore().id();
        }
        if (opening instanceof OpenResult.Busy busy) {
            return "busy " + busy.holder();
        }
        if (opening instanceof OpenResult.SecretInUse inUse) {
            return "secret in use by " + inUse.holder();
        }
        return "refused " + ((OpenResult.Rejected) opening).earlier().failure().code();
    }

    private static Restore fresh(String target, String key) {
        return fresh(target, key, TestData.settings());
    }

    private static Restore fresh(String target, String key, Settings settings) {
        RestoreRequest request =
                new RestoreRequest(target, new SnapshotSelector.Latest("orders-prod", "us-west-2"), "default");
        AcceptedRequest accepted = new AcceptedRequest(request, settings, key, "a test", TestData.NOW);
        return Restore.open(RestoreId.of(key), accepted, StepName.LOCATE_SOURCE).next(1);
    }

    private static AuditEntry entry(Restore after) {
        return new AuditEntry(
                after.id(), after.entries(), TestData.NOW, after.step(), "done", "why", "cause", "a test");
    }
}
