package io.aurorarestore.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedTest {

    private static final String PSQL =
            "  try        PGPASSWORD=app-example-password psql -h localhost -p 38861 -U orders_app"
                    + " orders -c 'select count(*) from orders'";

    @ParameterizedTest
    @ValueSource(ints = {80, 100})
    void a_line_is_broken_between_words_within_the_width(int width) {
        String text = "    one two three four five six seven".repeat(5);

        assertThat(Wrapped.lines(text, width)).hasSizeGreaterThan(1).allMatch(line -> line.length() < width);
        assertThat(String.join(" ", Wrapped.lines(text, width)).split(" +")).isEqualTo(text.split(" +"));
    }

    @Test
    void a_broken_command_is_the_same_to_a_shell() {
        String broken = String.join("\n", Wrapped.lines(PSQL, 80));

        assertThat(broken.lines()).hasSize(2).allMatch(line -> line.length() < 80);
        assertThat(broken.replaceAll(" \\\\\n +", " ").replaceAll(" +", " ")).isEqualTo(PSQL.replaceAll(" +", " "));
        assertThat(broken).contains("'select count(*) from orders'");
    }

    @Test
    void what_fits_stays_as_it_is() {
        assertThat(Wrapped.lines("a\n\n  b   c", 80)).containsExactly("a", "", "  b   c");
    }
}
