package io.aurorarestore.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {0, 0x7, 0x9, 0xa, 0xd, 0x1b, 0x7f, 0x80, 0x85, 0x9f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069
            })
    void what_makes_lines_or_turns_them_is_shown_as_json_would_write_it(int character) {
        String text = "a" + Character.toString(character) + "b";

        assertThat(PlainText.isPlain(text)).isFalse();
        assertThat(PlainText.visible(text)).isEqualTo("a\\u%04xb".formatted(character));
    }

    @Test
    void half_a_surrogate_pair_is_shown_and_a_whole_one_stays() {
        assertThat(PlainText.visible("\ud800x\udc00")).isEqualTo("\\ud800x\\udc00");
        assertThat(PlainText.visible("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void all_other_text_is_plain() {
        String text = "Größe 1 'x' \"y\" \\ €😀 אב";

        assertThat(PlainText.isPlain(text)).isTrue();
        assertThat(PlainText.visible(text)).isSameAs(text);
    }

    @Test
    void what_is_wanted_stays() {
        assertThat(PlainText.visible("a\nb\tc\u0007", "\n\t")).isEqualTo("a\nb\tc\\u0007");
    }
}
