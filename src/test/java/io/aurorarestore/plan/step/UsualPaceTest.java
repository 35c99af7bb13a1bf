package io.aurorarestore.plan.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.Pace;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.aws.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void a_place_to_copy_is_looked_for_when_the_first_copy_is_likely_done() {
        Pace pace =
                UsualPace.untilOneIsDone(List.of(copy(25, 2), copy(50, 5), copy(0, 1)), TestData.NOW.plus(TEN_MINUTES));

        assertThat(pace.after(Duration.ofMinutes(1))).hasMinutes(5);
        assertThat(pace.after(Duration.ofMinutes(16))).hasMinutes(8);
        assertThat(pace.after(Duration.ofHours(1))).hasMinutes(10);
    }

    @Test
    void a_place_is_looked_for_after_two_minutes_at_the_earliest_and_where_no_copy_shows_how_far_it_is() {
        assertThat(UsualPace.untilOneIsDone(List.of(copy(99, 10)), TestData.NOW.plus(TEN_MINUTES))
                        .after(Duration.ZERO))
                .hasMinutes(2);
        assertThat(UsualPace.untilOneIsDone(List.of(copy(0, 10)), TestData.NOW)).isEqualTo(Pace.FOR_ROOM);
    }

    /** That began so many minutes before ten minutes from now. */
    private static Snapshot copy(int percent, int minutes) {
        Snapshot one = TestData.snapshot(
                TestData.LOCAL_ARN,
                "copying",
                TestData.NOW.plus(TEN_MINUTES).minus(Duration.ofMinutes(minutes)),
                Optional.of(TestData.SOURCE_ARN),
                Map.of());
        return new Snapshot(
                one.id(),
                one.arn(),
                one.cluster(),
                one.status(),
                percent,
                one.createdAt(),
                one.engine(),
                one.engineVersion(),
                one.masterUser(),
                one.kmsKeyId(),
                one.encrypted(),
                one.copiedFrom(),
                one.type(),
                one.clusterResourceId(),
                one.tags(),
                Optional.empty());
    }

    private static Duration pause(int percent, Duration since) {
        return UsualPace.byProgress(percent, TEN_MINUTES, since).after(TEN_MINUTES.plus(since));
    }
}
