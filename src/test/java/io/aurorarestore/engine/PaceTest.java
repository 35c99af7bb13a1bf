package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.history.Expected;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Pace USUALLY_SIX_MINUTES =
            Pace.usually(Duration.ofMinutes(6)).lastInStep(FirstLook.AFTER_ITS_EVENT);

    @Test
    void the_first_look_comes_when_it_is_usually_done() {
        assertThat(USUALLY_SIX_MINUTES.after(Duration.ZERO)).hasMinutes(6);
        assertThat(USUALLY_SIX_MINUTES.after(Duration.ofMinutes(2))).hasMinutes(4);
    }

    @Test
    void the_next_ones_come_after_a_tenth_of_the_time_waited() {
        assertThat(USUALLY_SIX_MINUTES.after(Duration.ofMinutes(20))).hasMinutes(2);
    }

    @Test
    void they_are_neither_less_than_half_a_minute_nor_more_than_five_minutes_apart() {
        assertThat(Pace.usually(Duration.ofMinutes(1)).after(Duration.ofMinutes(1)))
                .hasSeconds(30);
        assertThat(USUALLY_SIX_MINUTES.after(Duration.ofHours(3))).hasMinutes(5);
    }

    @Test
    void what_it_usually_takes_sets_the_first_look_however_long_it_is_none_is_later_than_a_quarter_of_an_hour() {
        Pace hours = USUALLY_SIX_MINUTES.expecting(always(Duration.ofMinutes(45)), Duration.ofMinutes(5));

        assertThat(hours.after(Duration.ZERO)).hasMinutes(15);
        assertThat(hours.after(Duration.ofMinutes(30))).hasMinutes(10);
        assertThat(hours.after(Duration.ofMinutes(40))).hasMinutes(4);
        assertThat(hours.after(Duration.ofHours(3))).hasMinutes(5);
    }

    @Test
    void however_short_it_usually_is_no_look_is_sooner_than_the_shortest_pause() {
        for (Duration usual : List.of(Duration.ZERO, Duration.ofSeconds(-90), Duration.ofSeconds(10))) {
            assertThat(USUALLY_SIX_MINUTES
                            .expecting(always(usual), Duration.ZERO)
                            .after(Duration.ZERO))
                    .hasSeconds(30);
        }
    }

    @Test
    void what_tells_its_end_is_looked_at_when_it_mostly_was_there() {
        Expected usual = new Expected(Duration.ofMinutes(4), Duration.ofMinutes(3), Duration.ofMinutes(5));

        assertThat(first(FirstLook.AFTER_ITS_EVENT, usual)).hasMinutes(5);
        assertThat(first(FirstLook.AFTER_ITS_REPORT, usual)).hasMinutes(5);
        assertThat(first(FirstLook.AS_THE_TABLE_SAYS, usual)).hasMinutes(2);
    }

    @Test
    void where_nobody_may_serve_no_history_puts_the_first_look_off_for_long() {
        assertThat(first(FirstLook.WATCHFULLY, always(Duration.ofMinutes(1)))).hasMinutes(1);
        assertThat(first(FirstLook.WATCHFULLY, always(Duration.ofDays(30)))).hasMinutes(4);
    }

    /** The table says two minutes. */
    private static Duration first(FirstLook look, Expected usual) {
        return Pace.usually(Duration.ofMinutes(2))
                .lastInStep(look)
                .expecting(usual, Duration.ZERO)
                .after(Duration.ZERO);
    }

    private static Expected always(Duration took) {
        return new Expected(took, took, took);
    }

    @Test
    void what_a_profile_says_is_always_the_same() {
        Pace said = Pace.every(Duration.ofSeconds(20));

        assertThat(said.after(Duration.ZERO)).hasSeconds(20);
        assertThat(said.after(Duration.ofSeconds(10))).hasSeconds(20);
        assertThat(said.after(Duration.ofHours(2))).hasSeconds(20);
    }
}
