package io.aurorarestore.model.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetirementTest {

    private static final Retirement IN_A_WEEK = new Retirement(Optional.of(Duration.ofDays(7)));

    @Test
    void keep_is_for_good() {
        assertThat(Retirement.parse("keep")).isEqualTo(Retirement.KEEP);
        assertThat(Retirement.KEEP.now() || Retirement.KEEP.later()).isFalse();
    }

    @Test
    void delete_is_at_once() {
        assertThat(Retirement.parse("delete")).isEqualTo(Retirement.DELETE);
        assertThat(Retirement.parse("delete-after: PT0S")).isEqualTo(Retirement.DELETE);
        assertThat(Retirement.DELETE.now()).isTrue();
        assertThat(Retirement.DELETE.later()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete-after: P7D", "delete-after:P7D", "delete-after:  PT168H"})
    void delete_after_is_later(String text) {
        assertThat(Retirement.parse(text)).isEqualTo(IN_A_WEEK);
        assertThat(IN_A_WEEK.later()).isTrue();
        assertThat(IN_A_WEEK.now()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "delete", "delete-after: P7D"})
    void it_is_written_as_it_is_read(String text) {
        Retirement read = Retirement.parse(text);
        assertThat(Retirement.parse(read.toString())).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Keep",
                "burn",
                "P7D",
                "delete-after",
                "delete-after:",
                "delete-after: 7 days",
                "delete-after: P-7D",
                "delete-after: P1Y",
                "delete-after: P3651D",
                "delete-after: PT9223372036854775807S"
            })
    void anything_else_is_wrong(String text) {
        assertThatThrownBy(() -> Retirement.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("retirement is keep, delete or delete-after:")
                .hasMessageEndingWith("not " + text);
    }
}
