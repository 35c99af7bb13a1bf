package io.aurorarestore.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private TerminalSize size = new TerminalSize(80, 24);
    private final Terminal terminal =
            new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> size, false);

    @Test
    void aFrameIsDrawnOverTheOneBefore() {
        Section three = steps("Restore a:", 3, "");
        show(0, three);
        assertThat(show(1, three))
                .startsWith("\u001b[4FRestore a:\u001b[K\n  ✓ step-1 ")
                .hasSize(show(2, three).length());
    }

    @Test
    void aFrameNeverHasMoreLinesThanTheTerminalHasForIt() {
        size = new TerminalSize(80, 10);
        for (int sections = 1; sections < 12; sections++) {
            Section[] all = IntStream.range(0, sections)
                    .mapToObj(number -> steps("Restore " + number + ":", 15, ""))
                    .toArray(Section[]::new);
            assertThat(text(show(0, all)).lines().count()).isBetween(5L, 9L);
        }
    }

    @Test
    void ofMoreStepsThanRowsTheLastAreShownAndTheOthersCounted() {
        size = new TerminalSize(80, 10);
        assertThat(text(show(0, steps("Restore a:", 15, ""))))
                .startsWith("Restore a: (7 steps before)")
                .doesNotContain("step-7 ")
                .contains("step-8 ", "step-15 ");
    }

    @Test
    void aSectionThatHasEndedStaysWholeAboveTheOthers() {
        size = new TerminalSize(80, 10);
        Section ended = steps("Restore a:", 15, "");
        Section other = steps("Restore b:", 1, "");
        show(0, ended, other);
        bytes.reset();
        terminal.end(ended, "  status     SUCCEEDED", START);
        String said = bytes.toString(StandardCharsets.UTF_8);

        assertThat(text(said).lines()).startsWith("Restore a:").hasSize(1 + 15 + 1 + 2);
        assertThat(text(said)).containsSubsequence("step-1 ", "step-15 ", "status     SUCCEEDED", "Restore b:");
        assertThat(show(1, other)).startsWith("\u001b[2FRestore b:");
    }

    @Test
    void whatIsSaidStaysAboveWhatGoesOn() {
        Section going = steps("Restore a:", 1, "");
        show(0, going);
        bytes.reset();
        terminal.say("Function x failed.");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("\u001b[2FFunction x failed.\u001b[K\nRestore a:\u001b[K\n");
        assertThat(show(1, going)).startsWith("\u001b[2FRestore a:");
    }

    @Test
    void whatIsSaidAtTheEndComesBelowWhatIsLeft() {
        show(0, steps("Restore a:", 1, ""));
        terminal.leave();
        bytes.reset();
        terminal.say("Stopped.");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("Stopped.");
    }

    @Test
    void aNarrowerTerminalHasWrappedWhatWasDrawn() {
        size = new TerminalSize(200, 24);
        Section two = steps("Restore a:", 2, "x".repeat(150));
        show(0, two);
        size = new TerminalSize(80, 24);
        String narrower = show(1, two);
        assertThat(narrower).startsWith("\u001b[7F");
        assertThat(text(narrower).lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.strip().length() >= 77);
    }

    @Test
    void aSizeThatNobodyKnowsIsTheUsualOne() {
        assertThat(TerminalSize.parse("50 200\n")).contains(new TerminalSize(200, 50));
        assertThat(TerminalSize.parse("0 0\n")).isEmpty();
        assertThat(TerminalSize.parse("9999999999 80")).isEmpty();
        assertThat(TerminalSize.ofColumns("132")).isEqualTo(new TerminalSize(132, 24));
        assertThat(TerminalSize.ofColumns("wide")).isEqualTo(new TerminalSize(80, 24));
        assertThat(TerminalSize.ofColumns(null)).isEqualTo(new TerminalSize(80, 24));
    }

    @Test
    void aScreenIsNeverClearedFromItsTop() {
        Section three = steps("Restore a:", 3, "");
        show(0, three);
        assertThat(show(1, three)).endsWith("\n\u001b[J").containsOnlyOnce("\u001b[J");
    }

    private static String text(String frame) {
        return frame.replaceAll("\u001b\\[\\d*[A-Z]", "").stripTrailing();
    }

    private static Section steps(String title, int count, String why) {
        ProgressModel model = new ProgressModel();
        model.apply(IntStream.rangeClosed(1, count)
                .mapToObj(i -> new AuditLine(i, START, "step-" + i, "done", why, ""))
                .toList());
        return new Section(title, model.steps());
    }

    private String show(int second, Section... sections) {
        bytes.reset();
        terminal.show(List.of(sections), START.plusSeconds(second));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
