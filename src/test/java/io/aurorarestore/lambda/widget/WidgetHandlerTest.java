package io.aurorarestore.lambda.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WidgetHandlerTest extends WidgetBench {

    @Test
    void cloudwatch_is_told_what_the_widget_is() {
        String documentation = handler(List.of()).handleRequest(Map.of("describe", true), null);

        assertThat(documentation).startsWith("## Aurora Restore").doesNotContain("<");
    }

    @Test
    void live_restores_come_before_those_that_have_ended() {
        Restore ended = TestData.restore(StepName.ARCHIVE_SNAPSHOT).ended(Status.SUCCEEDED, TestData.NOW);
        Restore live = TestData.restore(StepName.CREATE_INSTANCES);

        String html = show(List.of(ended, live));

        assertThat(html)
                .containsSubsequence(
                        "Live", "RUNNING", "CreateInstances", "7 min", "Latest", "SUCCEEDED", "was restored from");
    }

    @Test
    void what_strangers_wrote_is_shown_and_not_obeyed() {
        Failure failure = new Failure(FailureCode.DATABASE_FAILED, "<script>alert('x')</script> & more");
        Restore undone = TestData.restore(StepName.CONFIGURE_DATABASE)
                .with(Outcome.NONE.because(failure))
                .ended(Status.ROLLED_BACK, TestData.NOW);

        assertThat(show(List.of(undone)))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; more")
                .doesNotContain("<script");
    }

    @Test
    void the_steps_of_a_live_restore_are_shown_as_a_path() {
        Restore live = TestData.restore(StepName.CREATE_INSTANCES);

        assertThat(path(handler(List.of(live))))
                .contains("<li class=\"done\">LocateSource</li>")
                .contains("<li class=\"now\" aria-current=\"step\">CreateInstances</li>")
                .contains("<li class=\"open\">PromoteNew</li>");
    }

    @Test
    void of_a_restore_that_is_undone_the_path_shows_what_was_undone_what_will_be_and_where_it_failed() {
        Restore undoing = TestData.restore(StepName.RESTORE_CLUSTER);
        Restore back =
                undoing.with(undoing.progress().turned(Status.ROLLING_BACK, StepName.RESTORE_CLUSTER, TestData.NOW));
        List<AuditEntry> trail = List.of(
                entry(1, 0, StepName.CREATE_INSTANCES, "done"),
                entry(2, 60, StepName.RESET_CREDENTIALS, "failed"),
                entry(3, 90, StepName.RESET_CREDENTIALS, "undone"),
                entry(4, 120, StepName.CREATE_INSTANCES, "undone"));

        assertThat(path(handler(new Views(List.of(back), trail), Optional.empty())))
                .contains(
                        "<li class=\"done\">Preflight</li>",
                        "<li class=\"to-undo\">CopySnapshot</li>",
                        "<li class=\"undoing\" aria-current=\"step\">RestoreCluster</li>",
                        "<li class=\"undone\">CreateInstances</li>",
                        "<li class=\"failed\">ResetCredentials</li>",
                        "<li class=\"open\">PromoteNew</li>");
    }

    @Test
    void a_failure_is_shown_with_its_advice_and_the_next_command() {
        Restore failed = TestData.restore(StepName.VERIFY_RESTORE)
                .with(Outcome.NONE.stuck(
                        new Failure(FailureCode.VERIFICATION_FAILED, "No orders."), Status.ROLLING_BACK))
                .ended(Status.FAILED, TestData.NOW);

        assertThat(show(List.of(failed)))
                .contains("No orders.", FailureCode.VERIFICATION_FAILED.advice(), "<code>aws ");
    }

    @Test
    void a_click_shows_one_restore_with_its_timeline_and_audit_trail() {
        Restore live = TestData.restore(StepName.CREATE_INSTANCES);
        store.put(live);

        String html =
                handler(List.of(live)).handleRequest(Map.of("restore", live.id().value()), null);

        assertThat(html)
                .contains("<svg class=\"timeline\"", "Preflight: 5 min")
                .contains("<td>done</td><td>nothing &lt;is&gt; in the way</td>")
                .contains("<cwdb-action action=\"call\"");
    }

    @Test
    void the_bar_of_a_failed_step_shows_that_even_when_its_end_was_announced() {
        RestoreId id = TestData.ID;
        String svg = new Timeline(
                        List.of(
                                Views.entry(id, 1, TestData.NOW, "acts", "look"),
                                Views.entry(id, 2, TestData.NOW.plusSeconds(60), "failed", "it broke"),
                                Views.entry(id, 3, TestData.NOW.plusSeconds(90), "announced", "it was told")),
                        Durations.NONE,
                        StepName.PREFLIGHT,
                        TestData.NOW.plusSeconds(90))
                .svg();

        assertThat(svg).contains("class=\"bar failed\"", "Preflight: 1 min").doesNotContain("bar done");
    }

    @Test
    void the_timeline_tells_what_was_under_way_from_what_was_waited_for_and_its_own_looks_from_events() {
        RestoreId id = TestData.ID;
        AuditEntry own = new AuditEntry(
                id, 4, TestData.NOW.plusSeconds(300), StepName.PREFLIGHT, "done", "fine", "check-in", "a test");

        String svg = new Timeline(
                        List.of(
                                Views.entry(id, 1, TestData.NOW, "opened", "as asked"),
                                Views.entry(id, 2, TestData.NOW.plusSeconds(60), "acts", "call"),
                                Views.entry(id, 3, TestData.NOW.plusSeconds(180), "acts", "call again"),
                                own),
                        Durations.NONE,
                        StepName.PREFLIGHT,
                        own.at())
                .svg();

        assertThat(svg.split("class=\"bar done waits\"")).hasSize(2);
        assertThat(svg.split("class=\"bar done\"")).hasSize(3);
        assertThat(svg.split("class=\"tick own\"")).hasSize(2);
        assertThat(svg.split("class=\"tick\"")).hasSize(4);
    }

    @Test
    void what_is_usual_stands_beside_what_it_took_so_far() {
        Restore fresh = TestData.restore(StepName.CREATE_INSTANCES);
        AcceptedRequest accepted = fresh.accepted();
        Durations usual = Durations.NONE;
        for (int minutes = 8; minutes <= 12; minutes += 2) {
            usual = usual.plus(
                    Map.of(StepName.CREATE_INSTANCES, Duration.ofMinutes(minutes)), Duration.ofMinutes(5L * minutes));
        }
        Restore live = Restore.open(
                fresh.id(),
                new AcceptedRequest(
                        accepted.request(), accepted.settings(), accepted.key(), accepted.by(), TestData.NOW, usual),
                fresh.step());
        store.put(live);

        assertThat(show(List.of(live)))
                .contains("7 min, usually 50 min (40 min to 60 min)", "7 min, usually 10 min (8 min to 12 min)");
        assertThat(handler(List.of(live))
                        .handleRequest(Map.of("restore", live.id().value()), null))
                .contains("<rect class=\"usual\"", "usually 10 min");
    }

    @Test
    void the_calls_of_aws_are_shown_with_the_acts_that_they_were_made_for_and_by_operation() {
        List<AuditEntry> trail = List.of(
                entry(1, 0, StepName.PROMOTE_NEW, "acts").with(Map.of("rds:DescribeDBClusters", 2)),
                entry(2, 60, StepName.PROMOTE_NEW, "done")
                        .with(Map.of(
                                "rds:DescribeDBClusters", 3, "rds:ModifyDBCluster", 1, "rds:DescribeDBInstances", 1)));

        assertThat(page(TestData.restore(StepName.PROMOTE_NEW), trail))
                .contains("<td>PromoteNew</td><td>as it was</td><td>rds:ModifyDBCluster</td>")
                .containsSubsequence(
                        "<td>rds:ModifyDBCluster</td><td>1</td><td>changes</td>",
                        "<td>rds:DescribeDBClusters</td><td>5</td><td>looks</td>",
                        "<td>rds:DescribeDBInstances</td><td>1</td>");
        assertThat(page(TestData.restore(StepName.PROMOTE_NEW), List.of(entry(1, 0, StepName.PROMOTE_NEW, "acts"))))
                .doesNotContain("<h2>Calls of AWS</h2>");
    }

    @Test
    void what_a_person_asks_for_between_an_act_and_its_calls_does_not_hide_these() {
        List<AuditEntry> trail = List.of(
                entry(1, 0, StepName.PROMOTE_NEW, "acts"),
                entry(2, 10, StepName.PROMOTE_NEW, "cancel requested"),
                entry(3, 60, StepName.PROMOTE_NEW, "done").with(Map.of("rds:ModifyDBCluster", 1)));

        assertThat(page(TestData.restore(StepName.PROMOTE_NEW), trail))
                .contains("<td>PromoteNew</td><td>as it was</td><td>rds:ModifyDBCluster</td>");
    }

    @Test
    void the_calls_of_a_later_act_are_not_those_of_an_earlier_one() {
        List<AuditEntry> trail = List.of(
                entry(1, 0, StepName.SET_ASIDE_OLD, "acts"),
                entry(2, 30, StepName.PROMOTE_NEW, "acts"),
                entry(3, 60, StepName.PROMOTE_NEW, "done").with(Map.of("rds:ModifyDBCluster", 1)));

        assertThat(page(TestData.restore(StepName.PROMOTE_NEW), trail))
                .contains("<td>SetAsideOld</td><td>as it was</td><td></td>")
                .contains("<td>PromoteNew</td><td>as it was</td><td>rds:ModifyDBCluster</td>");
    }

    @Test
    void a_click_shows_the_report_of_a_target_with_its_chart() {
        Restore ended = TestData.restore(StepName.ARCHIVE_SNAPSHOT).ended(Status.SUCCEEDED, TestData.NOW);

        assertThat(page(ended, List.of())).contains("{\"report\": \"orders-drill\"}");
        assertThat(handler(List.of(ended)).handleRequest(Map.of("report", "orders-drill"), null))
                .contains("<h2>Rehearsal report: orders-drill</h2>", "<svg class=\"durations\"", "it succeeded.")
                .contains("<div class=\"ar light\">", "All restores")
                .doesNotContain("<html", "<body", ":root");
        assertThat(handler(List.of()).handleRequest(Map.of("report", "<b>"), null))
                .contains("<h2>Live</h2>")
                .doesNotContain("<b>");
        assertThat(handler(List.of()).handleRequest(Map.of("report", "unknown"), null))
                .contains("<h2>Live</h2>");
    }

    @Test
    void a_restore_that_is_not_there_shows_all() {
        assertThat(handler(List.of()).handleRequest(Map.of("restore", "aaaaaaaaaaaa"), null))
                .contains("<h2>Live</h2>");
        assertThat(handler(List.of()).handleRequest(Map.of("restore", "<script>"), null))
                .contains("<h2>Live</h2>")
                .doesNotContain("<script>");
    }

    @Test
    void each_theme_of_the_console_has_its_colours() {
        assertThat(show(List.of())).contains("<div class=\"ar dark\">");
        assertThat(handler(List.of()).handleRequest(Map.of(), null)).contains("<div class=\"ar light\">");
    }

    @Test
    void a_retirement_says_when_it_begins() {
        Instant day = TestData.NOW.plus(Duration.ofDays(7));
        Restore ended = swapped(day);
        store.put(ended.retirement(day));

        assertThat(show(List.of(ended, ended.retirement(day))))
                .contains("To be deleted", "is deleted on 2026-11-28 02:00 UTC, in 6 d 23 h", "Latest", "SUCCEEDED")
                .contains("is kept as " + ended.names().setAside() + " and deleted after 2026-11-28T02:00:00Z.");
    }

    @Test
    void a_retirement_is_shown_however_many_restores_have_succeeded_since() {
        Restore retirement = swapped(TestData.NOW).retirement(TestData.NOW.plus(Duration.ofDays(7)));

        assertThat(show(List.of(retirement)))
                .contains("<strong>" + retirement.names().setAside()
                        + "</strong>, which was orders-drill, is deleted on");
    }

    @Test
    void a_retirement_that_failed_needs_a_person() {
        Restore failed = swapped(TestData.NOW).retirement(TestData.NOW);
        Failure why = new Failure(FailureCode.GONE, "It is protected.");

        assertThat(show(List.of(
                        failed.with(failed.outcome().stuck(why, Status.RUNNING)).ended(Status.FAILED, TestData.NOW))))
                .containsSubsequence("Needs a person", "It is protected.", "Live");
    }

    @Test
    void what_became_of_the_old_cluster_is_said_of_the_restore_that_set_it_aside() {
        Restore ended = swapped(TestData.NOW);
        Restore waits = ended.retirement(TestData.NOW);
        String old = ended.names().setAside();

        store.put(waits.ended(Status.CANCELLED, TestData.NOW));
        assertThat(show(List.of(ended)))
                .contains("The replaced cluster is kept as " + old + ".")
                .doesNotContain("deleted after");
        assertThat(page(ended, List.of())).contains("kept as " + old + ".").doesNotContain("deleted after");

        store.put(waits.ended(Status.SUCCEEDED, TestData.NOW));
        assertThat(show(List.of(ended)))
                .contains("The replaced cluster was kept as " + old + ", and is no longer there under that name.")
                .doesNotContain("is deleted");
    }

    @Test
    void while_its_deletion_is_called_off_the_old_cluster_is_not_said_to_be_deleted() {
        Restore ended = swapped(TestData.NOW);
        Restore waits = ended.retirement(TestData.NOW);
        Restore back = waits.with(waits.progress().turned(Status.ROLLING_BACK, waits.step(), TestData.NOW));
        String kept = " is being kept as " + ended.names().setAside() + ".";

        store.put(back);
        assertThat(show(List.of(ended))).contains("The replaced cluster" + kept).doesNotContain("deleted after");
        assertThat(page(back, List.of()))
                .contains("The cluster that was set aside for orders-drill" + kept)
                .doesNotContain("is being undone");
    }

    private static Restore swapped(Instant day) {
        Restore restore = TestData.restore(StepName.RETIRE_OLD);
        return restore.with(restore.outputs().withRetirement(day)).ended(Status.SUCCEEDED, TestData.NOW);
    }

    @Test
    void the_page_of_a_retirement_says_its_day_until_that_has_come_and_then_how_long_it_is_at_it() {
        Restore waits = TestData.restore(StepName.RETIRE_OLD).retirement(TestData.NOW.plus(Duration.ofDays(2)));
        Restore begun = TestData.restore(StepName.RETIRE_OLD).retirement(TestData.NOW.plus(Duration.ofMinutes(4)));

        assertThat(page(waits, List.of()))
                .contains(
                        "The cluster that was set aside for orders-drill is to be deleted.",
                        "<dt>Is deleted on</dt><dd>2026-11-23 02:00 UTC</dd>")
                .doesNotContain("At this step", "Elapsed", "is being restored");
        assertThat(page(begun, List.of()))
                .contains("is to be deleted.", "<dt>At this step</dt><dd>3 min</dd>")
                .doesNotContain("Is deleted on", "Elapsed", "is being restored");
    }

    @Test
    void without_restores_it_says_so() {
        assertThat(show(List.of()).replaceAll("\\s+<", "<").strip())
                .endsWith("<h2>Live</h2><p>None.</p><h2>Latest</h2><p>None.</p></div>");
    }

    @Test
    void a_list_that_cannot_be_read_is_said_without_the_reason() {
        WidgetHandler handler = handler(
                new Views(List.of()) {
                    @Override
                    public Uni<Page<Listed>> list(Query query) {
                        return Uni.createFrom().failure(new IllegalStateException("some secret"));
                    }
                },
                Optional.empty());

        assertThat(handler.handleRequest(Map.of(), null))
                .contains("cannot be listed")
                .doesNotContain("secret");
    }

    /** Without marks, and without the words for those who do not see them. */
    private static String path(WidgetHandler handler) {
        return handler.handleRequest(Map.of(), null).replaceAll("<svg.*?</svg>|<span class=.said.>.*?</span>", "");
    }

    private static AuditEntry entry(long number, long second, StepName step, String what) {
        return new AuditEntry(
                TestData.ID, number, TestData.NOW.plusSeconds(second), step, what, "as it was", "a test", "a test");
    }

    private String show(List<Restore> restores) {
        return handler(restores).handleRequest(Map.of("widgetContext", Map.of("theme", "dark")), null);
    }
}
