package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody asks of the dashboard's page, as in {@code restore=abc&theme=dark}: plain words, and no others are taken. */
record PageQuery(Map<String, String> words) {

    /** The look of the page, and whether it stands still: links keep them. */
    private static final List<String> KEPT = List.of("theme", "pause");

    private static final List<String> SHOWN = List.of("restore", "report");

    private static final Pattern WORD = Pattern.compile("(?<=^|&)([a-z]{1,20})=([a-z0-9-]{1,63})(?=&|$)");

    static PageQuery of(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.put(word.group(1), word.group(2));
        }
        return new PageQuery(words);
    }

    boolean says(String name, String value) {
        return value.equals(words.get(name));
    }

    boolean dark() {
        return says("theme", "dark");
    }

    boolean paused() {
        return says("pause", "yes");
    }

    /** What CloudWatch sends to a function. */
    byte[] event() {
        ObjectNode event = Json.object();
        words.forEach(event::put);
        event.putObject("widgetContext").put("theme", dark() ? "dark" : "light");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The address of what else may be asked, and looks as this does. */
    String address(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(others);
        all.values().removeIf(String::isEmpty);
        all.putAll(kept());
        return all.isEmpty()
                ? "/"
                : all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&", "/?", ""));
    }

    /** The address of a restore, of a report, or of all. */
    String back() {
        Map<String, String> shown = new LinkedHashMap<>(words);
        shown.keySet().retainAll(SHOWN);
        return address(shown);
    }

    Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>(words);
        kept.keySet().retainAll(KEPT);
        return kept;
    }

    /** The same page with another word. */
    PageQuery with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(words);
        all.put(name, value);
        return new PageQuery(all);
    }
}
