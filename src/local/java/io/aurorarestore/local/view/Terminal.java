package io.aurorarestore.local.view;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A terminal: what is not over is drawn again in place, on fewer lines than the terminal has. Lines are drawn over and not
 * cleared before: that flickers, and tmux keeps a copy of a screen that is cleared from its first line on.
 */
final class Terminal implements Screen {

    private static final String UP = "\u001b[%dF";
    private static final String END_OF_LINE = "\u001b[K\n";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private final Supplier<TerminalSize> sizes;
    private final boolean colours;
    private TerminalSize size = TerminalSize.USUAL;
    private List<Section> shown = List.of();
    private Instant at = Instant.EPOCH;
    private List<Integer> drawn = List.of();

    Terminal(PrintStream out, Supplier<TerminalSize> sizes, boolean colours) {
        this.out = out;
        this.sizes = sizes;
        this.colours = colours;
    }

    @Override
    public synchronized void show(List<Section> sections, Instant now) {
        shown = List.copyOf(sections);
        at = now;
        size = sizes.get();
        draw(List.of());
    }

    @Override
    public synchronized void end(Section section, String text, Instant now) {
        shown = shown.stream()
                .filter(other -> !other.title().equals(section.title()))
                .toList();
        at = now;
        size = sizes.get();
        List<String> lines = section.lines(layout(), Integer.MAX_VALUE, now);
        lines.addAll(Wrapped.lines(text, size.columns()));
        draw(lines);
    }

    @Override
    public synchronized void say(String text) {
        size = sizes.get();
        draw(Wrapped.lines(text, size.columns()));
    }

    @Override
    public synchronized void leave() {
        shown = List.of();
        drawn = List.of();
    }

    /** @param first what is to stay, above what is drawn again */
    private void draw(List<String> first) {
        StringBuilder frame = new StringBuilder(back());
        List<String> again = frame();
        first.forEach(line -> frame.append(line).append(END_OF_LINE));
        again.forEach(line -> frame.append(line).append(END_OF_LINE));
        drawn = again.stream().map(Layout::length).toList();
        out.print(frame.append(CLEAR_BELOW));
        out.flush();
    }

    /** Each section has its share of the lines; the last line stays free for the cursor. */
    private List<String> frame() {
        int most = Math.max(1, size.rows() - 1);
        List<String> lines = new ArrayList<>();
        shown.forEach(section -> lines.addAll(section.lines(layout(), most / shown.size(), at)));
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    private Layout layout() {
        return new Layout(size.columns(), colours);
    }

    /** To where the first line begins. A narrower terminal has wrapped what was drawn before. */
    private String back() {
        int up = drawn.stream().mapToInt(this::rows).sum();
        return up > 0 ? String.format(UP, Math.min(up, size.rows() - 1)) : "";
    }

    private int rows(int length) {
        return Math.max(1, (length + size.columns() - 1) / size.columns());
    }
}
