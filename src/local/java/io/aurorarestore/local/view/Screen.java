package io.aurorarestore.local.view;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** Where progress is shown. */
sealed interface Screen {

    void show(ProgressModel model, List<StepLine> changed, Instant now);

    /** A terminal: all steps are drawn again in place. */
    record Terminal(PrintStream out, int[] drawn) implements Screen {

        private static final String UP_AND_CLEAR = "\u001b[%dF\u001b[J";

        @Override
        public void show(ProgressModel model, List<StepLine> changed, Instant now) {
            StringBuilder frame = new StringBuilder(drawn[0] > 0 ? String.format(UP_AND_CLEAR, drawn[0]) : "");
            model.steps().forEach(step -> frame.append(cut(step.render(now))).append('\n'));
            drawn[0] = model.steps().size();
            out.print(frame);
            out.flush();
        }

        /** A line that wraps would break the drawing in place. */
        private static String cut(String line) {
            return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
        }
    }

    /** Anything else: a line for each change. */
    record Plain(PrintStream out) implements Screen {

        @Override
        public void show(ProgressModel model, List<StepLine> changed, Instant now) {
            changed.forEach(step -> out.println(step.render(now)));
            out.flush();
        }
    }

    int WIDTH = 118;
}
