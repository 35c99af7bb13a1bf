package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a function of a custom widget answered, with links in place of the calls that CloudWatch would make on a click.
 *
 * @param open whether the API answers a browser: then a report is the page that it has of it
 */
record WidgetHtml(String text, boolean open) {

    private static final Pattern CALL =
            Pattern.compile("<a class=\"btn\">([^<]*)</a>\\s*<cwdb-action([^>]*)>\\s*(\\{[^<]*})\\s*</cwdb-action>");

    private static final Pattern QUESTION = Pattern.compile(" confirmation=\"([^\"]*)\"");

    /** A call that CloudWatch would first ask about; its question is HTML. */
    record Asked(String label, String question, Map<String, String> call) {

        /** As a form that makes it. */
        String form(PageQuery query) {
            Map<String, String> fields = new LinkedHashMap<>(call);
            fields.putAll(query.kept());
            String hidden = fields.entrySet().stream()
                    .map(one ->
                            "<input type=\"hidden\" name=\"" + one.getKey() + "\" value=\"" + one.getValue() + "\">")
                    .collect(Collectors.joining());
            return "<h2>" + question + "</h2><form method=\"post\" action=\"/\">" + hidden + "<button class=\"btn\">"
                    + label + "</button> " + link("Back", query.back()) + "</form>";
        }
    }

    static String link(String label, String address) {
        return "<a class=\"btn\" href=\"" + address.replace("&", "&amp;") + "\">" + label + "</a>";
    }

    /** @param query of the page that they are on */
    String linked(PageQuery query) {
        return CALL.matcher(text)
                .replaceAll(call -> Matcher.quoteReplacement(link(call.group(1), address(call(call), query))));
    }

    private String address(Map<String, String> call, PageQuery query) {
        return open && call.containsKey("report") ? "/targets/" + call.get("report") + "/report" : query.address(call);
    }

    /** The call that the query is for, if there still is one. */
    Optional<Asked> asked(PageQuery query) {
        return CALL.matcher(text)
                .results()
                .flatMap(call -> question(call).stream())
                .filter(one -> query.says("operation", one.call().getOrDefault("operation", "")))
                .findFirst();
    }

    private static Optional<Asked> question(MatchResult call) {
        Matcher question = QUESTION.matcher(call.group(2));
        return question.find()
                ? Optional.of(new Asked(call.group(1), question.group(1), call(call)))
                : Optional.empty();
    }

    private static Map<String, String> call(MatchResult call) {
        JsonNode json = Json.read(call.group(3));
        Map<String, String> fields = new LinkedHashMap<>();
        json.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }
}
