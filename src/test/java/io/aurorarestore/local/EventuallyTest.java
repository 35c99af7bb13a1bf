package io.aurorarestore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {

    private final AtomicInteger times = new AtomicInteger();

    @Test
    void asks_until_there_is_an_answer() {
        assertThat(Eventually.answer(() -> times.incrementAndGet() < 3 ? null : "there"))
                .isEqualTo("there");
    }

    @Test
    void gives_up_what_never_comes() {
        assertThatThrownBy(() -> Eventually.answer(Duration.ofMillis(1), () -> null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("did not come about");
    }

    @Test
    void checks_until_it_holds() throws Exception {
        Eventually.that(() -> assertThat(times.incrementAndGet()).isEqualTo(3));

        assertThat(times).hasValue(3);
    }

    @Test
    void says_in_the_end_what_does_not_hold() {
        assertThatThrownBy(() -> Eventually.that(
                        Duration.ofMillis(1), () -> assertThat(times).hasValue(7)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("7");
    }
}
