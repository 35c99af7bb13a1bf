package io.aurorarestore.local.services.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

    /** A Tuesday. */
    private static final String NOW = "2026-11-24T10:11:12Z";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(0 3 * * ? *)              | 2026-11-25T03:00:00Z",
                "cron(12 10 * * ? *)            | 2026-11-24T10:12:00Z",
                "cron(0/20 * * * ? *)           | 2026-11-24T10:20:00Z",
                "cron(0 9-11,23 * * ? *)        | 2026-11-24T11:00:00Z",
                "cron(0 3 ? * MON-FRI *)        | 2026-11-25T03:00:00Z",
                "cron(0 3 ? * sun *)            | 2026-11-29T03:00:00Z",
                "cron(0 3 ? * 2 *)              | 2026-11-30T03:00:00Z",
                "cron(0 3 1 * ? *)              | 2026-12-01T03:00:00Z",
                "cron(0 3 L * ? *)              | 2026-11-30T03:00:00Z",
                "cron(0 3 ? * 6L *)             | 2026-11-27T03:00:00Z",
                "cron(0 3 ? * TUE#1 *)          | 2026-12-01T03:00:00Z",
                "cron(0 3 29 FEB ? *)           | 2028-02-29T03:00:00Z",
                "cron(0 3 ? JAN-MAR/2 SUN 2027) | 2027-01-03T03:00:00Z",
                "rate(1 minute)                 | 2026-11-24T10:12:12Z",
                "rate(12 hours)                 | 2026-11-24T22:11:12Z",
                "cron(0 3 15W * ? *)            | 2026-12-15T03:00:00Z",
                "rate(2 days)                   | 2026-11-26T10:11:12Z"
            })
    void the_next_time(String expression, String next) {
        assertThat(next(expression, "UTC", NOW)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cron(0 3 30 FEB ? *)", "cron(0 3 * * ? 2025)"})
    void there_may_be_none_any_more(String expression) {
        assertThat(ScheduleExpression.parse(expression, ZoneId.of("UTC")).next(Instant.parse(NOW)))
                .isEmpty();
    }

    @Test
    void the_zones_clocks_count() {
        assertThat(next("cron(0 3 * * ? *)", "Europe/Berlin", NOW)).isEqualTo("2026-11-25T02:00:00Z");
        assertThat(next("cron(0 3 * * ? *)", "Europe/Berlin", "2026-07-01T00:00:00Z"))
                .isEqualTo("2026-07-01T01:00:00Z");
    }

    @Test
    void a_time_that_the_clocks_skip_in_spring_is_skipped() {
        assertThat(next("cron(30 2 * * ? *)", "Europe/Berlin", "2026-03-28T12:00:00Z"))
                .isEqualTo("2026-03-30T00:30:00Z");
    }

    @Test
    void a_time_that_the_clocks_show_twice_in_autumn_comes_once() {
        String first = next("cron(30 2 * * ? *)", "Europe/Berlin", "2026-10-24T12:00:00Z");

        assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(next("cron(30 2 * * ? *)", "Europe/Berlin", first)).isEqualTo("2026-10-26T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every night",
                "rate(0 minutes)",
                "rate(5)",
                "cron(0 3 * * *)",
                "cron(0 3 * * * *)",
                "cron(0 3 ? * ? *)",
                "cron(60 3 * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(5-3 3 * * ? *)",
                "cron(1-2-3 3 * * ? *)",
                "cron(0/0 3 * * ? *)",
                "cron(0 3 ? * NOD *)"
            })
    void what_is_no_schedule_is_refused(String expression) {
        assertThatThrownBy(() -> ScheduleExpression.parse(expression, ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String next(String expression, String zone, String after) {
        return ScheduleExpression.parse(expression, ZoneId.of(zone))
                .next(Instant.parse(after))
                .orElseThrow()
                .toString();
    }
}
