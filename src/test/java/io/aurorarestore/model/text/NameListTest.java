package io.aurorarestore.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameListTest {

    @Test
    void a_short_name_is_shown_as_it_is() {
        assertThat(NameList.of("Odd \"one\"; it's größe 😀")).isEqualTo("Odd \"one\"; it's größe 😀");
    }

    @Test
    void a_long_name_is_cut_between_its_characters() {
        assertThat(NameList.of("x".repeat(64))).isEqualTo("x".repeat(64));
        assertThat(NameList.of("x".repeat(1024))).isEqualTo("x".repeat(64) + "…");
        assertThat(NameList.of("😀".repeat(1024))).isEqualTo("😀".repeat(32) + "…");
    }

    @Test
    void a_name_stays_on_its_line() {
        assertThat(NameList.of("a\nb\r\n\u0000\u2028c\td")).isEqualTo("a b c d");
    }

    @Test
    void of_many_names_the_first_are_shown_and_the_others_counted() {
        assertThat(NameList.of(List.of("mask", "then"))).isEqualTo("mask, then");
        assertThat(NameList.of(Collections.nCopies(100, "x".repeat(1024))))
                .hasSizeLessThan(450)
                .endsWith("xxx… and 95 more");
    }
}
