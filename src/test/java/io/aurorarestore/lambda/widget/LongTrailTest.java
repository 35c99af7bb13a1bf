package io.aurorarestore.lambda.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of a restore that has more audit entries than a page shows. */
class LongTrailTest extends WidgetBench {

    private static final int ENTRIES = 310;
    private static final Restore LIVE =
            TestData.restore(StepName.CREATE_INSTANCES).numbered(ENTRIES);

    @Test
    void it_shows_the_last_entries_and_says_so() {
        assertThat(page(LIVE, trail("acts")))
                .contains("The last 300 entries; the API has all of them.")
                .containsSubsequence("Timeline", "By the last 300", "What it did", "By the last 300")
                .contains("<td>look 11</td>", "<td>look 310</td>")
                .doesNotContain("<td>look 10</td>");
    }

    @Test
    void it_says_what_woke_the_restore_last() {
        assertThat(page(LIVE, trail("acts"))).contains("<dt>Last woken by</dt><dd>event 310, 1 min ago</dd>");
    }

    @Test
    void its_path_shows_how_the_last_steps_were_left() {
        Restore back = LIVE.with(LIVE.progress().turned(Status.ROLLING_BACK, StepName.RESTORE_CLUSTER, TestData.NOW));

        assertThat(page(back, trail("undone"))).contains("<li class=\"undone\">");
    }

    @Test
    void it_says_the_stored_end_and_not_the_time_of_an_entry() {
        Restore done = LIVE.ended(Status.SUCCEEDED, TestData.NOW.plus(Duration.ofMinutes(3)));

        assertThat(page(done, trail("announced")))
                .contains("<dt>Ended</dt><dd>2026-11-21 02:03 UTC</dd>", "<dt>Took</dt><dd>3 min</dd>");
    }

    /** One a second, of one step. */
    private static List<AuditEntry> trail(String last) {
        return Stream.concat(
                        LongStream.range(1, ENTRIES).mapToObj(number -> entry(number, "acts")),
                        Stream.of(entry(ENTRIES, last)))
                .toList();
    }

    private static AuditEntry entry(long number, String what) {
        return new AuditEntry(
                TestData.ID,
                number,
                TestData.NOW.plusSeconds(number),
                StepName.CREATE_INSTANCES,
                what,
                "look " + number,
                "event " + number,
                "a test");
    }
}
