package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Draws how far a copy, a hook or the scripts are that a live restore waits for. */
final class Bars {

    /** As a copy says it: at 40 %. */
    private static final Pattern PERCENT = Pattern.compile("\\bat (\\d{1,3}) %");

    private static final String BAR =
            "<svg class=\"progress\" role=\"img\" aria-label=\"%d percent\" viewBox=\"0 0 100 4\""
                    + " preserveAspectRatio=\"none\"><rect class=\"all\" width=\"100\" height=\"4\"/>"
                    + "<rect class=\"part\" width=\"%d\" height=\"4\"/></svg>";

    private Bars() {}

    static List<Map<String, String>> of(Restore restore) {
        if (restore.status().terminal()) {
            return List.of();
        }
        Stream<Map<String, String>> scripts = restore.progress().work().map(Bars::scripts).stream();
        Stream<Map<String, String>> hooks = restore.hooks().asked().stream().flatMap(hook -> hook(hook).stream());
        return Stream.of(scripts, hooks, copy(restore.progress().waitingFor()).stream())
                .flatMap(some -> some)
                .toList();
    }

    private static Map<String, String> scripts(ScriptProgress work) {
        return bar(work.description(), 100 * (work.number() - 1) / Math.max(1, work.scripts()));
    }

    private static Optional<Map<String, String>> hook(AskedHook hook) {
        return hook.percent().filter(percent -> hook.unanswered()).map(percent -> bar("hook " + hook.name(), percent));
    }

    private static Optional<Map<String, String>> copy(String waitingFor) {
        Matcher percent = PERCENT.matcher(waitingFor);
        return percent.find() ? Optional.of(bar(waitingFor, Integer.parseInt(percent.group(1)))) : Optional.empty();
    }

    private static Map<String, String> bar(String text, int percent) {
        int part = Math.min(100, percent);
        return Map.of("text", text, "bar", BAR.formatted(part, part));
    }
}
