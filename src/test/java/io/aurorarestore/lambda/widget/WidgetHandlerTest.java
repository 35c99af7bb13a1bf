package io.aurorarestore.lambda.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.port.RestoreViews;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WidgetHandlerTest {

    private static final Clock CLOCK = Clock.fixed(TestData.NOW.plus(Duration.ofMinutes(7)), ZoneOffset.UTC);

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
    void a_retirement_says_when_it_begins() {
        Restore retirement = TestData.restore(StepName.RETIRE_OLD).retirement(TestData.NOW.plus(Duration.ofDays(7)));

        assertThat(show(List.of(retirement))).contains("begins 2026-11-28T02:00:00Z");
    }

    @Test
    void without_restores_it_says_so() {
        assertThat(show(List.of())).isEqualTo("<h3>Live</h3><p>None.</p><h3>Latest</h3><p>None.</p>");
    }

    @Test
    void a_list_that_cannot_be_read_is_said_without_the_reason() {
        WidgetHandler handler = new WidgetHandler(
                new Views(List.of()) {
                    @Override
                    public Uni<Page<Listed>> list(Query query) {
                        return Uni.createFrom().failure(new IllegalStateException("some secret"));
                    }
                },
                CLOCK);

        assertThat(handler.handleRequest(Map.of(), null))
                .contains("cannot be listed")
                .doesNotContain("secret");
    }

    private static String show(List<Restore> restores) {
        return handler(restores).handleRequest(Map.of("widgetContext", Map.of("theme", "dark")), null);
    }

    private static WidgetHandler handler(List<Restore> restores) {
        return new WidgetHandler(new Views(restores), CLOCK);
    }

    private static class Views implements RestoreViews {

        private final List<Restore> restores;

        Views(List<Restore> restores) {
            this.restores = restores;
        }

        @Override
        public Uni<Page<Listed>> list(Query query) {
            List<Listed> some = restores.stream()
                    .filter(one -> query.status().map(one.status()::equals).orElse(true))
                    .map(one -> new Listed(one.id().value(), "", "", "", "", Optional.of(one)))
                    .toList();
            return Uni.createFrom().item(new Page<>(some, Optional.empty()));
        }

        @Override
        public Uni<Page<AuditEntry>> audit(RestoreId id, int limit, long after) {
            throw new AssertionError("nobody asks for it");
        }
    }
}
