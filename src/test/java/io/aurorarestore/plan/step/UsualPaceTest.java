package io.aurorarestore.plan.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsualPaceTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void a_copy_is_looked_at_after_three_eighths_of_what_is_left() {
        assertThat(pause(40, Duration.ZERO)).hasMillis(337_500);
        assertThat(pause(40, Duration.ofMinutes(3))).hasSeconds(270);
    }

    @Test
    void near_its_end_it_is_looked_at_every_few_seconds() {
        assertThat(pause(99, Duration.ZERO)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(20));
        assertThat(UsualPace.byProgress(99, Duration.ofMinutes(1), Duration.ZERO)
                        .after(Duration.ofMinutes(1)))
                .hasSeconds(5);
    }

    @Test
    void the_later_it_is_the_less_often_it_is_looked_at() {
        assertThat(pause(100, Duration.ofMinutes(30))).hasSeconds(675);
        assertThat(pause(1, Duration.ZERO)).hasMinutes(15);
    }

    private static Duration pause(int percent, Duration since) {
        return UsualPace.byProgress(percent, TEN_MINUTES, since).after(TEN_MINUTES.plus(since));
    }
}
