package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

    @Test
    void quotes_and_escapes_hold_words_together() {
        assertThat(ShellWords.of("a 'b c' \"d \\\"e\\\"\" f\\ g --h='i j'"))
                .containsExactly("a", "b c", "d \"e\"", "f g", "--h=i j");
    }

    @Test
    void a_comment_ends_a_command() {
        assertThat(ShellWords.of("./mvnw verify # all of it")).containsExactly("./mvnw", "verify");
    }

    @Test
    void a_backslash_goes_on_in_the_next_line() {
        assertThat(ShellWords.commands("a \\\n  b\n\n# nothing\nc"))
                .isEqualTo(List.of(List.of("a", "b"), List.of("c")));
    }
}
