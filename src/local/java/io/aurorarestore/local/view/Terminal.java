package io.aurorarestore.local.view;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A terminal: all steps are drawn again in place. Steps that have left it at the top stay as they were. */
final class Terminal implements Screen {

    private static final String UP_AND_CLEAR = "\u001b[%dF\u001b[J";
    private static final Duration ASK_SIZE_EVERY = Duration.ofMillis(500);

    private final PrintStream out;
    private final Supplier<TerminalSize> sizes;
    private final boolean colours;
    private TerminalSize size;
    private Instant asked = Instant.MIN;
    private int above;
    private final List<Integer> drawn = new ArrayList<>();

    Terminal(PrintStream out, Supplier<TerminalSize> sizes, boolean colours) {
        this.out = out;
        this.sizes = sizes;
        this.colours = colours;
    }

    @Override
    public void show(ProgressModel model, List<StepLine> changed, Instant now) {
        askSize(now);
        StringBuilder frame = new StringBuilder(back());
        List<StepLine> steps = model.steps();
        drawn.clear();
        for (StepLine step : steps.subList(above, steps.size())) {
            frame.append(new Layout(size.columns(), colours).line(step, now)).append('\n');
            drawn.add(new Layout(size.columns(), false).line(step, now).length());
        }
        out.print(frame);
        out.flush();
    }

    private void askSize(Instant now) {
        if (asked.isBefore(now.minus(ASK_SIZE_EVERY))) {
            size = sizes.get();
            asked = now;
        }
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
        return up > 0 ? String.format(UP_AND_CLEAR, up) : "";
    }

    private int rows(int length) {
        return Math.max(1, (length + size.columns() - 1) / size.columns());
    }
}
