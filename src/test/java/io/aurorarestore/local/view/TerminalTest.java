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
    private final List<TerminalSize> asked = new ArrayList<>();
    private TerminalSize size = new TerminalSize(80, 24);
    private final Terminal terminal =
            new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), this::ask, false);
    private final ProgressModel model = new ProgressModel();

    @Test
    void aFrameIsDrawnOverTheOneBefore() {
        steps(3, "");
        show(0);
        assertThat(show(1)).startsWith("\u001b[3F\u001b[J").hasLineCount(3);
    }

    @Test
    void moreStepsThanRowsLeaveTheFirstOnesAbove() {
        size = new TerminalSize(80, 10);
        steps(15, "");
        assertThat(show(0)).hasLineCount(15);
        assertThat(show(1)).startsWith("\u001b[9F").hasLineCount(9).contains("step-15").doesNotContain("step-6 ");
    }

    @Test
    void aNarrowerTerminalHasWrappedWhatWasDrawn() {
        size = new TerminalSize(200, 24);
        steps(2, "x".repeat(150));
        show(0);
        size = new TerminalSize(80, 24);
        String narrower = show(1);
        assertThat(narrower).startsWith("\u001b[6F");
        assertThat(narrower.replace("\u001b[6F\u001b[J", "").lines()).allMatch(line -> line.length() == 79);
    }

    @Test
    void theSizeIsAskedTwiceASecondAtMost() {
        steps(1, "");
        show(0);
        terminal.show(model, List.of(), START.plusMillis(200));
        assertThat(asked).hasSize(1);
        show(1);
        assertThat(asked).hasSize(2);
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

    private TerminalSize ask() {
        asked.add(size);
        return size;
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
