package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownBlocksTest {

    private static final Path PAGE = Path.of("page.md");

    @Test
    void a_fenced_block_has_a_place_a_tag_and_its_lines() {
        CodeBlock block = only("Words\n\n```sh title=x\none\n\n  two\n```\n");

        assertThat(block).isEqualTo(new CodeBlock(PAGE, 3, "sh", true, false, "one\n\n  two"));
        assertThat(block.place()).isEqualTo("page.md:3");
    }

    @Test
    void the_margin_of_a_block_in_a_list_is_taken_off() {
        assertThat(only("- item\n\n  ```sh\n  one\n    two\n  ```\n").text()).isEqualTo("one\n  two");
    }

    @Test
    void a_longer_fence_holds_a_shorter_one() {
        assertThat(only("````text\n```sh\n```\n````\n").text()).isEqualTo("```sh\n```");
    }

    @Test
    void tildes_are_a_fence_too() {
        assertThat(only("~~~sh\none\n~~~\n").isShell()).isTrue();
    }

    @Test
    void code_in_a_line_is_no_fence() {
        assertThat(MarkdownBlocks.of(PAGE, "```this is a word```\n")).isEmpty();
    }

    @Test
    void an_indented_block_stands_after_an_empty_line() {
        CodeBlock block = only("Words\n    of a paragraph\n\n    one\n\n      two\n\nWords\n");

        assertThat(block).isEqualTo(new CodeBlock(PAGE, 4, "", false, false, "one\n\n  two"));
    }

    @Test
    void a_block_adjoins_the_one_before_if_only_empty_lines_are_between() {
        List<CodeBlock> blocks =
                MarkdownBlocks.of(PAGE, "```sh\na\n```\n\n```json\n{}\n```\nWords\n```json\n{}\n```\n");

        assertThat(blocks).extracting(CodeBlock::adjoining).containsExactly(false, true, false);
    }

    @Test
    void a_fence_that_is_not_closed_is_told() {
        assertThatThrownBy(() -> MarkdownBlocks.of(PAGE, "\n```sh\none\n")).hasMessageContaining("page.md:2");
    }

    private static CodeBlock only(String text) {
        List<CodeBlock> blocks = MarkdownBlocks.of(PAGE, text);
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }
}
