package io.aurorarestore.local.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps that belong together, below a title.
 *
 * @param title one line, different from that of every other section
 */
public record Section(String title, List<StepLine> steps) {

    private static final int TITLE_AND_ONE_STEP = 2;

    /** As lines of a terminal: all of them, or if those are too many the title and the last ones. */
    List<String> lines(Layout layout, int most, Instant now) {
        int shown = Math.min(steps.size(), Math.max(TITLE_AND_ONE_STEP, most) - 1);
        int folded = steps.size() - shown;
        List<String> lines = new ArrayList<>();
        lines.add(layout.title(folded == 0 ? title : title + " (" + folded + " steps before)"));
        steps.subList(folded, steps.size()).forEach(step -> lines.add(layout.line(step, now)));
        return lines;
    }
}
