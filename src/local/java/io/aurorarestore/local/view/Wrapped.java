package io.aurorarestore.local.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text within a terminal's width: broken between words, and a command so that a shell still takes it for one. */
final class Wrapped {

    private static final Pattern COMMAND = Pattern.compile("^\\s*(try +)?(PGPASSWORD=|aws [a-z]|curl )");
    /** What stands in quotes is not broken. */
    private static final Pattern WORD = Pattern.compile("(\\s*)((?:'[^']*'|[^\\s'])+|')");

    private Wrapped() {}

    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> {
            if (line.length() < width) {
                lines.add(line);
            } else {
                lines.addAll(broken(line, width));
            }
        });
        return lines;
    }

    private static List<String> broken(String line, int width) {
        String end = COMMAND.matcher(line).find() ? " \\" : "";
        String indent = " ".repeat(line.length() - line.stripLeading().length());
        List<String> lines = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            if (!now.toString().isBlank() && now.length() + word.group().length() + end.length() >= width) {
                lines.add(now + end);
                now = new StringBuilder(indent + "  " + word.group(2));
            } else {
                now.append(word.group());
            }
        }
        lines.add(now.toString());
        return lines;
    }
}
