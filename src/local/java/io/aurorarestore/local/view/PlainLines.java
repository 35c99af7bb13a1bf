package io.aurorarestore.local.view;

import java.io.PrintStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Anything but a terminal: a line for each change, below the title of what it belongs to. */
final class PlainLines implements Screen {

    private final PrintStream out;
    private final Map<String, List<StepLine>> shown = new HashMap<>();
    private String title = "";

    PlainLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void show(List<Section> sections, Instant now) {
        sections.forEach(section -> changes(section, now));
        out.flush();
    }

    private void changes(Section section, Instant now) {
        List<StepLine> before = shown.put(section.title(), section.steps());
        if (before == null) {
            title(section);
        }
        for (StepLine step : section.steps()) {
            if (before == null || !before.contains(step)) {
                title(section);
                out.println(step.render(now));
            }
        }
    }

    private void title(Section section) {
        if (!title.equals(section.title())) {
            title = section.title();
            out.println(title);
        }
    }

    @Override
    public synchronized void end(Section section, String text, Instant now) {
        changes(section, now);
        shown.remove(section.title());
        say(text);
    }

    @Override
    public synchronized void say(String text) {
        title = "";
        out.println(text);
        out.flush();
    }

    @Override
    public void leave() {
        // What is written stands.
    }
}
