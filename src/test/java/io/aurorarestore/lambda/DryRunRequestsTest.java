package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.engine.DryRunInEmptyAccount;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.engine.Trigger;
import io.aurorarestore.intake.DryRun;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.Workflows;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dry run that is asked for by an event. */
class DryRunRequestsTest {

    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    private final DryRunInEmptyAccount rehearsal = new DryRunInEmptyAccount(
            store,
            new OneProfile(() ->
                    TestData.profile(Optional.of(List.of("*")), Optional.of(List.of("*")), ClusterSettings.NONE)));
    private final List<Announcement> told = new ArrayList<>();
    private final List<Announcement> ended = new ArrayList<>();
    private final List<Duration> armed = new ArrayList<>();
    private final RequestProcessor requests = new RequestProcessor(
            null,
            rehearsal.dryRun(),
            null,
            new Requesters(this::tell, workflows()),
            (job, delay) -> Uni.createFrom().voidItem().invoke(() -> armed.add(delay)),
            null,
            null,
            TestData.HOME);
    private final MessageRouter router = new MessageRouter(store, requests, null, null, null);

    @Test
    void the_plan_is_told_once_the_database_function_has_done_its_part() {
        DatabaseJob job = ask("event-1");
        assertThat(told).isEmpty();

        rehearsal.answer();
        assertThat(reported(job)).isEmpty();

        assertThat(told).singleElement().satisfies(news -> {
            assertThat(news.status()).isEqualTo("DRY_RUN");
            assertThat(news.plan()).isPresent();
        });
        assertThat(ended).isEqualTo(told);
    }

    @Test
    void a_report_that_comes_again_tells_nothing_more() {
        DatabaseJob job = ask("event-1");
        rehearsal.answer();

        reported(job);
        reported(job);

        assertThat(told).hasSize(1);
    }

    @Test
    void a_report_of_which_nothing_is_written_tells_nothing_and_starts_nothing() {
        DatabaseJob job = ask("event-1");

        assertThat(reported(job)).isEmpty();
        assertThat(Routed.by(router, new InboxMessage.Dead(job))).isEmpty();

        assertThat(told).isEmpty();
    }

    @Test
    void a_database_function_that_never_answers_is_told_when_its_time_is_over() {
        DatabaseJob job = ask("event-1");
        assertThat(armed).singleElement().satisfies(delay -> assertThat(delay).isGreaterThan(DryRun.PATIENCE));

        rehearsal.pass(armed.get(0));
        reported(job);

        assertThat(told)
                .singleElement()
                .satisfies(news -> assertThat(news.plan().orElseThrow().problems())
                        .anyMatch(problem -> problem.code() == FailureCode.TIMED_OUT));
    }

    @Test
    void an_event_that_is_delivered_twice_is_one_dry_run_and_the_same_news() {
        DatabaseJob job = ask("event-1");
        rehearsal.answer();
        reported(job);

        assertThat(ask("event-1")).isEqualTo(job);
        reported(job);

        assertThat(told)
                .extracting(Announcement::messageId)
                .containsOnly(told.get(0).messageId());
    }

    @Test
    void what_nobody_waits_for_is_not_told() {
        ReceivedRequest asked = asked("call-1");
        RestoreId id = rehearsal
                .dryRun()
                .begin(
                        TestData.restore(StepName.PREFLIGHT).accepted().request(),
                        asked.sender(),
                        asked.delivery(),
                        Set.of())
                .await()
                .indefinitely()
                .id();
        rehearsal.answer();

        assertThat(requests.dryRun(id).await().indefinitely()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void the_report_of_a_restore_is_the_engines() {
        DatabaseJob job = DatabaseJob.of(TestData.restore(StepName.PREFLIGHT));

        assertThat(reported(job)).containsExactly(new ReconcileTask(job.restore(), Trigger.report()));
    }

    private DatabaseJob ask(String delivery) {
        assertThat(requests.open(asked(delivery)).await().indefinitely()).isEmpty();
        return rehearsal.asked.get(rehearsal.asked.size() - 1);
    }

    private static ReceivedRequest asked(String delivery) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("target", "orders-drill").put("dryRun", true).put("taskToken", "a token");
        detail.putObject("source").put("cluster", "orders-prod");
        return ReceivedRequest.by("a test", detail, "a key", delivery);
    }

    private List<ReconcileTask> reported(DatabaseJob job) {
        return Routed.by(router, new InboxMessage.Reported(job));
    }

    private Uni<Void> tell(Announcement news) {
        return Uni.createFrom().voidItem().invoke(() -> told.add(news));
    }

    private Workflows workflows() {
        return new Workflows() {
            @Override
            public Uni<Void> end(Sensitive taskToken, Announcement news) {
                return Uni.createFrom().voidItem().invoke(() -> ended.add(news));
            }

            @Override
            public Uni<Void> heartbeat(Sensitive taskToken) {
                return Uni.createFrom().voidItem();
            }
        };
    }
}
