package io.aurorarestore.local.view;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** Where progress is shown. */
sealed interface Screen permits Terminal, Screen.Plain {

    void show(ProgressModel model, List<StepLine> changed, Instant now);

    /** Anything but a terminal: a line for each change. */
    record Plain(PrintStream out) implements Screen {

        @Override
        public void show(ProgressModel model, List<StepLine> changed, Instant now) {
            changed.forEach(step -> out.println(step.render(now)));
            out.flush();
        }
    }
}
