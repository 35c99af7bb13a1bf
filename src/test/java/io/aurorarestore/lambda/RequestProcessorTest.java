package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.SnapshotTrigger;
import io.aurorarestore.model.settings.TakenFrom;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Workflows;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestProcessorTest {

    private static final String SOURCE = "\"source\":{\"cluster\":\"orders-prod\"}";
    private static final String GOOD = "{\"target\":\"orders-drill\"," + SOURCE + "}";
    private static final String FORBIDDEN = "{\"target\":\"billing\"," + SOURCE + "}";
    private static final String SNAPSHOT =
            "arn:aws:rds:us-west-2:123456789012:cluster-snapshot:rds:orders-prod-2026-11-20-03-05";

    private List<String> allowedTargets = List.of("orders-*");
    private CallFailedException.Kind unreachable;
    private RuntimeException broken;
    private TakenFrom from = TakenFrom.SNAPSHOT;
    private String region = "us-west-2";
    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    private final List<Announcement> told = new ArrayList<>();
    private final List<Announcement> ended = new ArrayList<>();
    private final Clock clock = Clock.fixed(TestData.NOW, ZoneOffset.UTC);
    private final StepSequence plan = RestorePlan.at(TestData.HOME);
    private final OneProfile profiles = new OneProfile(this::profile);
    private final List<String> counted = new ArrayList<>();
    private final Metrics metrics = new Metrics("test", clock, counted::add);
    private final Rejections rejections = new Rejections(store, requesters(), clock, metrics);
    private final RequestProcessor requests = new RequestProcessor(
            new Intake(store, profiles, plan, clock, entry -> {}),
            null,
            new OperatorActions(store, profiles, plan, clock, entry -> {}),
            requesters(),
            null,
            rejections,
            metrics,
            TestData.HOME);

    @Test
    void a_request_opens_a_restore() {
        assertThat(open(asked(GOOD, "key", "event-1"))).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void a_refused_request_that_is_delivered_twice_is_told_once() {
        open(asked(FORBIDDEN, "key", "event-1"));
        open(asked(FORBIDDEN, "key", "event-1"));

        assertThat(told)
                .singleElement()
                .satisfies(news -> assertThat(news.text()).contains("TARGET_NOT_ALLOWED", "billing"));
        assertThat(counted).singleElement().asString().contains("\"Refused\":1", "\"Code\":\"TARGET_NOT_ALLOWED\"");
    }

    @Test
    void a_refused_request_that_is_sent_again_is_told_again_as_the_same_news() {
        open(asked(FORBIDDEN, "key", "event-1"));
        open(asked(FORBIDDEN, "key", "event-2"));

        assertThat(told)
                .hasSize(2)
                .extracting(Announcement::messageId)
                .containsOnly(told.get(0).messageId());
        assertThat(told.get(0).requestId()).contains("key");
    }

    @Test
    void a_request_that_met_a_busy_target_stays_refused_when_the_target_is_free_again() {
        Restore holder = store.load(
                        open(asked(GOOD, "holder", "event-0")).get(0).restore())
                .await()
                .indefinitely()
                .orElseThrow();
        open(asked(GOOD, "key", "event-1"));
        Restore ended = holder.ended(Status.CANCELLED, TestData.NOW).next(0);
        store.commit(new Transition(holder, ended, List.of())).await().indefinitely();

        assertThat(open(asked(GOOD, "key", "event-1"))).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void another_request_under_a_refused_key_is_told_so() {
        open(asked(FORBIDDEN, "key", "event-1"));

        assertThat(open(asked(GOOD, "key", "event-2"))).isEmpty();
        assertThat(told).last().satisfies(news -> assertThat(news.text()).contains("KEY_REUSED"));
    }

    @Test
    void subscribers_hear_of_a_refusal_though_its_workflow_cannot_be_told() {
        unreachable = CallFailedException.Kind.FATAL;
        open(asked("{\"target\":\"billing\",\"taskToken\":\"a token\"}", "key", "event-1"));

        unreachable = CallFailedException.Kind.RETRY;
        ReceivedRequest later = asked("{\"target\":\"billing\",\"taskToken\":\"a token\"}", "another", "event-2");
        assertThatThrownBy(() -> open(later)).isInstanceOf(CallFailedException.class);
        assertThat(told).hasSize(2);
    }

    @Test
    void an_operation_that_was_refused_stays_refused_when_it_would_be_possible() {
        ReceivedRequest cancel = asked("{\"target\":\"orders-drill\"}", "cancel key", "event-1");
        operate(cancel);
        open(asked(GOOD, "key", "event-2"));

        assertThat(operate(cancel)).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void a_request_that_was_accepted_stays_so_though_it_would_be_refused_now() {
        List<ReconcileTask> opened = open(asked(GOOD, "key", "event-1"));
        allowedTargets = List.of();

        assertThat(open(asked(GOOD, "key", "event-1"))).isEqualTo(opened);
        assertThat(told).isEmpty();
    }

    @Test
    void a_workflow_whose_request_is_refused_does_not_wait_in_vain() {
        open(asked("{\"target\":\"billing\",\"taskToken\":\"a token\"}", "key", "event-1"));

        assertThat(ended)
                .singleElement()
                .satisfies(end -> assertThat(end.failure()).isPresent());
        assertThat(ended).asString().doesNotContain("a token");
    }

    @Test
    void a_refused_operation_is_told() {
        operate(asked("{\"target\":\"orders-drill\"}", "key", "event-1"));

        assertThat(told)
                .singleElement()
                .satisfies(news -> assertThat(news.text()).contains("UNKNOWN_RESTORE"));
    }

    @Test
    void an_argument_that_is_wrong_deep_in_the_service_is_not_told_to_be_the_requests_mistake() {
        broken = new IllegalArgumentException("no enum constant");

        assertThatThrownBy(() -> open(asked(GOOD, "key", "event-1"))).isSameAs(broken);
        assertThat(told).isEmpty();
        assertThat(counted).isEmpty();

        assertThat(open(asked("{}", "another key", "event-2"))).isEmpty();
        assertThat(told)
                .singleElement()
                .satisfies(news -> assertThat(news.text()).contains("INVALID_REQUEST", "target is missing"));
    }

    @Test
    void what_cannot_be_read_is_told() {
        requests.unreadable(
                        new InboxMessage.Unreadable("it is no JSON", "message-1", new Sensitive("password=hunter2")))
                .await()
                .indefinitely();

        assertThat(told)
                .singleElement()
                .satisfies(news -> assertThat(news.text()).contains("message-1", "no JSON"));
        assertThat(told).asString().doesNotContain("hunter2");
        assertThat(store.refusal("message-1").body()).contains(new Sensitive("password=hunter2"));
        assertThat(counted).anyMatch(line -> line.contains("\"Unreadable\":1"));
    }

    @Test
    void a_new_automated_snapshot_starts_the_restore_that_a_profile_wants_once() {
        List<ReconcileTask> begun = react("event-1", SNAPSHOT);

        assertThat(begun).hasSize(1);
        assertThat(react("event-2", SNAPSHOT)).isEqualTo(begun);
        Restore restore =
                store.load(begun.get(0).restore()).await().indefinitely().orElseThrow();
        assertThat(restore.accepted().request().source()).isEqualTo(new SnapshotSelector.ById(SNAPSHOT));
        assertThat(restore.replace()).isEqualTo(ReplaceMode.SWAP);
        assertThat(restore.accepted().by()).isEqualTo("aws.rds in account 123456789012");
    }

    @ParameterizedTest
    @CsvSource({"CLONE, a clone of cluster orders-prod", "LATEST, cluster orders-prod as of its latest restorable time"
    })
    void it_may_start_a_restore_of_the_cluster_itself(TakenFrom wanted, String source) {
        from = wanted;
        region = "us-east-1";

        List<ReconcileTask> begun = react("event-1", SNAPSHOT.replace("us-west-2", "us-east-1"));

        Restore restore =
                store.load(begun.get(0).restore()).await().indefinitely().orElseThrow();
        assertThat(restore.accepted().request().source().description()).isEqualTo(source);
    }

    @Test
    void of_a_cluster_of_another_region_it_cannot_which_is_told() {
        from = TakenFrom.CLONE;

        assertThat(react("event-1", SNAPSHOT)).isEmpty();

        assertThat(told)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains("only within one"));
    }

    @Test
    void snapshots_of_other_clusters_start_nothing() {
        assertThat(react("event-1", SNAPSHOT.replace("orders-prod", "orders-prod-eu")))
                .isEmpty();
        assertThat(react("event-1", SNAPSHOT.replace("us-west-2", "eu-west-1"))).isEmpty();
        assertThat(react("event-1", SNAPSHOT.replace("123456789012", "210987654321")))
                .isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void a_new_snapshot_is_not_passed_over_where_the_config_table_does_not_answer() {
        OneProfile silent = new OneProfile(() -> {
            throw new CallFailedException(CallFailedException.Kind.RETRY, FailureCode.AWS_REFUSED, "throttled");
        });
        Uni<List<ReconcileTask>> reaction =
                new SnapshotTriggers(silent, requests, TestData.HOME).to(event("event-1", SNAPSHOT));

        assertThatThrownBy(() -> reaction.await().indefinitely()).isInstanceOf(CallFailedException.class);
    }

    private List<ReconcileTask> react(String eventId, String arn) {
        return new SnapshotTriggers(profiles, requests, TestData.HOME)
                .to(event(eventId, arn))
                .await()
                .indefinitely();
    }

    private static RdsEvent event(String eventId, String arn) {
        return new RdsEvent("RDS-EVENT-0169", List.of(arn), AutomatedSnapshot.of(arn, eventId), Optional.empty());
    }

    private List<ReconcileTask> operate(ReceivedRequest asked) {
        return requests.operate(asked, OperatorActions.Operation.CANCEL).await().indefinitely();
    }

    private List<ReconcileTask> open(ReceivedRequest asked) {
        return requests.open(asked).await().indefinitely();
    }

    private static ReceivedRequest asked(String json, String key, String delivery) {
        try {
            return ReceivedRequest.by("a test", new JsonMapper().readTree(json), key, delivery);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Uni<Void> tell(Announcement announcement) {
        return Uni.createFrom().voidItem().invoke(() -> told.add(announcement));
    }

    private Requesters requesters() {
        return new Requesters(this::tell, workflows());
    }

    private Workflows workflows() {
        return new Workflows() {
            @Override
            public Uni<Void> end(Sensitive taskToken, Announcement announcement) {
                return unreachable == null
                        ? Uni.createFrom().voidItem().invoke(() -> ended.add(announcement))
                        : Uni.createFrom()
                                .failure(new CallFailedException(
                                        unreachable, FailureCode.NOTIFICATION_FAILED, "unreachable"));
            }

            @Override
            public Uni<Void> heartbeat(Sensitive taskToken) {
                return Uni.createFrom().voidItem();
            }
        };
    }

    private Profile profile() {
        if (broken != null) {
            throw broken;
        }
        SnapshotTrigger reaction =
                new SnapshotTrigger("orders-prod", Optional.of(region), "orders-staging", ReplaceMode.SWAP, from);
        return new Profile(
                Optional.of(allowedTargets),
                Optional.of(List.of("orders-*")),
                Optional.empty(),
                Optional.empty(),
                ClusterSettings.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(reaction)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
