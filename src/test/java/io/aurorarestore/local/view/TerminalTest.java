package io.aurorarestore.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private TerminalSize size = new TerminalSize(80, 24);
    private final Terminal terminal =
            new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> size, false);
    private final ProgressModel model = new ProgressModel();

    @Test
    void aFrameIsDrawnOverTheOneBefore() {
        steps(3, "");
        show(0);
        assertThat(show(1)).startsWith("\u001b[3F  ✓ step-1 ").hasSize(show(2).length());
    }

    @Test
    void moreStepsThanRowsLeaveTheFirstOnesAbove() {
        size = new TerminalSize(80, 10);
        steps(15, "");
        assertThat(text(show(0))).hasLineCount(15);
        String later = show(1);
        assertThat(later).startsWith("\u001b[9F");
        assertThat(text(later)).hasLineCount(9).contains("step-15").doesNotContain("step-6 ");
    }

    @Test
    void aNarrowerTerminalHasWrappedWhatWasDrawn() {
        size = new TerminalSize(200, 24);
        steps(2, "x".repeat(150));
        show(0);
        size = new TerminalSize(80, 24);
        String narrower = show(1);
        assertThat(narrower).startsWith("\u001b[6F");
        assertThat(narrower.lines().map(TerminalTest::plain))
                .filteredOn(line -> !line.isEmpty())
                .hasSize(2)
                .allMatch(line -> line.length() == 79);
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
        steps(3, "");
        show(0);
        assertThat(show(1)).endsWith("\n\u001b[J").containsOnlyOnce("\u001b[J");
    }

    private static String text(String frame) {
        return plain(frame).strip();
    }

    private static String plain(String text) {
        return text.replaceAll("\u001b\\[\\d*[A-Z]", "");
    }

    private void steps(int count, String why) {
        List<AuditLine> audit = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            audit.add(new AuditLine(i, START, "step-" + i, "done", why, ""));
        }
        model.apply(audit);
    }

    private String show(int second) {
        bytes.reset();
        terminal.show(model, List.of(), START.plusSeconds(second));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
