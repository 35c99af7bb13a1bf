package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.port.CommitRefusedException;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A store that refuses what nobody else was before with. */
class RefusedCommitScenarioTest {

    private final Scenario scenario = Scenario.given();

    @Test
    void an_audit_number_that_is_taken_as_after_a_recovery_to_a_point_in_time_is_passed_over() {
        RestoreId id = scenario.request();
        scenario.passing(3);
        Restore restore = scenario.restore(id);
        AuditEntry lost = new AuditEntry(
                id, restore.entries() + 7, restore.accepted().openedAt(), restore.step(), "acts", "", "", "");
        for (long taken = restore.entries() + 1; taken < lost.seq(); taken++) {
            scenario.store.append(new AuditEntry(id, taken, lost.at(), lost.step(), "acts", "", "", ""));
        }

        Restore ended = scenario.afterwards(id);

        assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.store.audit(id)).extracting(AuditEntry::seq).doesNotHaveDuplicates();
    }

    @Test
    void a_commit_that_is_refused_for_good_is_not_tried_for_ever_and_fails_the_restore() {
        RestoreId id = scenario.request();
        scenario.passing(3);
        AtomicInteger tries = new AtomicInteger();
        scenario.poison.in("commit", () -> refused(CommitRefusedException.Why.CONDITION, tries), 5 * 2 - 1);

        Restore ended = scenario.afterwards(id);

        assertThat(ended.status()).isIn(Status.FAILED, Status.SUCCEEDED);
        assertThat(ended.settled()).isTrue();
        assertThat(tries).hasValueLessThan(20);
    }

    @Test
    void a_number_that_never_gets_free_ends_each_invocation_after_two_tries() {
        scenario.request();
        scenario.passing(3);
        AtomicInteger tries = new AtomicInteger();
        scenario.poison.in("commit", () -> refused(CommitRefusedException.Why.ENTRY_EXISTS, tries), Integer.MAX_VALUE);

        scenario.passing(Duration.ofMinutes(1));

        assertThat(tries).hasValueBetween(2, 3);
    }

    @Test
    void what_outgrows_its_item_ends_failed_and_told() {
        RestoreId id = scenario.request();
        scenario.passing(3);
        AtomicInteger tries = new AtomicInteger();
        scenario.poison.in("commit", () -> refused(CommitRefusedException.Why.TOO_LARGE, tries), 1);

        Restore ended = scenario.afterwards(id);

        assertThat(ended.status()).isEqualTo(Status.FAILED);
        assertThat(ended.outcome().failure())
                .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo(FailureCode.RESTORE_TOO_LARGE));
        assertThat(scenario.announced).singleElement().asString().contains("RESTORE_TOO_LARGE");
    }

    @Test
    void what_a_later_version_wrote_is_left_alone_until_that_version_is_back() {
        RestoreId id = scenario.request();
        scenario.passing(3);
        Restore before = scenario.restore(id);
        scenario.poison.in("load", () -> new StoredByNewerVersionException("schema 3"), Integer.MAX_VALUE);
        scenario.passing(Duration.ofHours(2));
        scenario.poison.cure();

        assertThat(scenario.restore(id)).isEqualTo(before);
        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
    }

    private static CommitRefusedException refused(CommitRefusedException.Why why, AtomicInteger tries) {
        tries.incrementAndGet();
        return new CommitRefusedException(why, "for a test");
    }
}
