package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Lease;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A look at a restore on which somebody else is acting. */
class KeptOutTest {

    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    private final List<RestoreId> wakeUps = new ArrayList<>();
    private final List<Long> chains = new ArrayList<>();
    private final Ports ports = new Ports(
            TestData.HOME,
            null,
            null,
            null,
            null,
            null,
            store,
            (id, chain, delay) -> Uni.createFrom().voidItem().invoke(() -> {
                wakeUps.add(id);
                chains.add(chain);
            }),
            null,
            null,
            null,
            null);

    @Test
    void comes_again_soon() {
        description(Trigger.operator());

        assertThat(wakeUps).containsExactly(TestData.ID);
    }

    @Test
    void comes_again_soon_also_when_a_report_led_to_it() {
        description(Trigger.report());

        assertThat(wakeUps).containsExactly(TestData.ID);
    }

    @Test
    void what_brings_it_back_outlives_one_pause_of_the_other_and_no_second() {
        description(Trigger.event("something happened"));
        Restore leased = store.load(TestData.ID).await().indefinitely().orElseThrow();
        Restore paused = leased.with(leased.schedule().wokenAt(TestData.NOW));
        Restore again = paused.with(paused.schedule().wokenAt(TestData.NOW));

        assertThat(Trigger.wakeUp(chains.get(0)).staleFor(paused)).isFalse();
        assertThat(Trigger.wakeUp(chains.get(0)).staleFor(again)).isTrue();
    }

    private void description(Trigger trigger) {
        Restore leased = TestData.staged(StepName.CONFIGURE_DATABASE);
        Lease others = new Lease("another", TestData.NOW.plusSeconds(60));
        Restore kept = leased.with(leased.schedule().leasedTo(others)).next(1);
        store.open(
                        kept,
                        new AuditEntry(
                                TestData.ID, 1, TestData.NOW, kept.step(), "opened", "for a test", "request", "a test"))
                .await()
                .indefinitely();
        new Reconciler(ports, RestorePlan.at(TestData.HOME), Clock.fixed(TestData.NOW, ZoneOffset.UTC), entry -> {})
                .reconcile(TestData.ID, trigger, new Invocation("mine", TestData.NOW.plusSeconds(60)))
                .await()
                .indefinitely();
    }
}
