package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.WakeUps;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverdueRestoresTest {

    private static final int MANY = 10_000;
    private static final Instant LATER = TestData.NOW.plus(Duration.ofMinutes(10));

    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    private final Batches sent = new Batches();
    private Instant now = LATER;

    @Test
    void ten_thousand_are_woken_in_one_run_by_tens() {
        Set<RestoreId> all = opened(MANY);

        assertThat(woken()).isEqualTo(MANY);
        assertThat(sent.calls).hasSize(MANY / WakeUps.BATCH);
        assertThat(new HashSet<>(sent.calls.stream().flatMap(List::stream).toList()))
                .isEqualTo(all);
    }

    @Test
    void what_is_left_when_the_time_is_over_is_left_to_the_next_run() {
        opened(100);
        sent.afterCall = () -> now = sent.calls.size() < 3 ? now : LATER.plusSeconds(60);

        assertThat(woken()).isEqualTo(3 * WakeUps.BATCH);
        now = LATER;
        sent.afterCall = () -> {};
        assertThat(woken()).isEqualTo(100);
    }

    @Test
    void a_batch_that_cannot_be_sent_holds_no_other_one_up_and_is_not_hushed_up() {
        opened(100);
        sent.failing = 4;

        assertThatThrownBy(this::woken).hasMessageContaining("SQS is down");
        assertThat(sent.calls).hasSize(10);
    }

    @Test
    void a_wake_up_that_is_on_its_way_is_not_lost_yet() {
        opened(1);
        now = TestData.NOW.plusSeconds(30);

        assertThat(woken()).isZero();
    }

    private int woken() {
        Clock clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new OverdueRestores(store, sent, clock)
                .wake(LATER.plusSeconds(30))
                .await()
                .indefinitely();
    }

    private Set<RestoreId> opened(int count) {
        Set<RestoreId> all = new HashSet<>();
        IntStream.range(0, count).forEach(number -> all.add(opened("orders-" + number)));
        return all;
    }

    private RestoreId opened(String target) {
        RestoreRequest request =
                new RestoreRequest(target, new SnapshotSelector.Latest("orders-prod", "us-west-2"), "default");
        AcceptedRequest accepted = new AcceptedRequest(request, TestData.settings(), target, "a test", TestData.NOW);
        Restore fresh = Restore.open(RestoreId.of(target), accepted, StepName.LOCATE_SOURCE)
                .next(1);
        AuditEntry entry =
                new AuditEntry(fresh.id(), 1, TestData.NOW, fresh.step(), "opened", "why", "cause", "a test");
        store.open(fresh, entry).await().indefinitely();
        return fresh.id();
    }

    private static final class Batches implements WakeUps {

        private final List<List<RestoreId>> calls = new ArrayList<>();
        private Runnable afterCall = () -> {};
        private int failing = -1;

        @Override
        public Uni<Void> send(RestoreId restore, long chain, Duration delay) {
            throw new AssertionError("one by one");
        }

        @Override
        public Uni<Void> sendAll(List<RestoreId> restores, long chain, Duration delay) {
            return Uni.createFrom().voidItem().invoke(() -> {
                assertThat(chain).isEqualTo(Trigger.ANY_CHAIN);
                calls.add(restores);
                afterCall.run();
                if (calls.size() == failing) {
                    throw new IllegalStateException("SQS is down");
                }
            });
        }
    }
}
