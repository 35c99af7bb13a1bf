package io.aurorarestore.local.view;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A terminal: all steps are drawn again in place. Steps that have left it at the top stay as they were. Lines are drawn over
 * and not cleared before: that flickers, and tmux keeps a copy of a screen that is cleared from its first line on.
 */
final class Terminal implements Screen {

    private static final String UP = "\u001b[%dF";
    private static final String END_OF_LINE = "\u001b[K\n";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private final Supplier<TerminalSize> sizes;
    private final boolean colours;
    private TerminalSize size = TerminalSize.USUAL;
    private int above;
    private final List<Integer> drawn = new ArrayList<>();

    Terminal(PrintStream out, Supplier<TerminalSize> sizes, boolean colours) {
        this.out = out;
        this.sizes = sizes;
        this.colours = colours;
    }

    @Override
    public void show(ProgressModel model, List<StepLine> changed, Instant now) {
        size = sizes.get();
        StringBuilder frame = new StringBuilder(back());
        List<StepLine> steps = model.steps();
        drawn.clear();
        for (StepLine step : steps.subList(above, steps.size())) {
            frame.append(new Layout(size.columns(), colours).line(step, now)).append(END_OF_LINE);
            drawn.add(new Layout(size.columns(), false).line(step, now).length());
        }
        out.print(frame.append(CLEAR_BELOW));
        out.flush();
    }

    /** To where the first line begins that can be reached. A narrower terminal has wrapped what was drawn before. */
    private String back() {
        int up = 0;
        int reached = drawn.size();
        while (reached > 0 && up + rows(drawn.get(reached - 1)) < size.rows()) {
            reached--;
            up += rows(drawn.get(reached));
        }
        above += reached;
        return up > 0 ? String.format(UP, up) : "";
    }

    private int rows(int length) {
        return Math.max(1, (length + size.columns() - 1) / size.columns());
    }
}
