package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A restore that turns back right after it acted: RDS may show for a while what was so before. */
class SettlingTest {

    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    private final List<Duration> wakeUps = new ArrayList<>();
    private final Ports ports = new Ports(
            TestData.HOME,
            null,
            null,
            null,
            null,
            null,
            store,
            (id, chain, delay) -> Uni.createFrom().voidItem().invoke(() -> wakeUps.add(delay)),
            announcement -> Uni.createFrom().voidItem(),
            changes -> Uni.createFrom().item(List.of()),
            null,
            null);

    @BeforeEach
    void turns_back_just_after_it_renamed_a_cluster() {
        Restore acted = TestData.acted(TestData.staged(StepName.SET_ASIDE_OLD), "rename");
        Restore cancelled =
                acted.with(acted.outcome().cancelledBy("an operator")).next(1);
        store.open(
                        cancelled,
                        new AuditEntry(
                                TestData.ID,
                                1,
                                TestData.NOW,
                                acted.step(),
                                "opened",
                                "for a test",
                                "request",
                                "a test"))
                .await()
                .indefinitely();
        reconcile(TestData.NOW, Trigger.operator());
        assertThat(kept().status()).isEqualTo(Status.ROLLING_BACK);
    }

    @Test
    void comes_again_when_all_is_to_be_seen() {
        assertThat(wakeUps).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void an_event_that_comes_before_changes_nothing() {
        Restore before = kept();

        reconcile(TestData.NOW.plusSeconds(10), Trigger.event("DB cluster started."));

        assertThat(kept()).isEqualTo(before);
        assertThat(wakeUps).hasSize(2).last().isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void goes_on_afterwards() {
        reconcile(TestData.NOW.plusSeconds(60), Trigger.wakeUp(kept().schedule().chain()));

        assertThat(kept().step()).isNotEqualTo(StepName.SET_ASIDE_OLD);
    }

    private void reconcile(Instant now, Trigger trigger) {
        new Reconciler(ports, RestorePlan.at(TestData.HOME), Clock.fixed(now, ZoneOffset.UTC), entry -> {})
                .reconcile(TestData.ID, trigger, new Invocation("one at " + now, now.plusSeconds(60)))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    private Restore kept() {
        return store.load(TestData.ID).await().indefinitely().orElseThrow();
    }
}
