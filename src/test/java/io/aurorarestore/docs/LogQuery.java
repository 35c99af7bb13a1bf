package io.aurorarestore.docs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query of CloudWatch Logs Insights, as far as a page needs one. */
record LogQuery(String text) {

    private static final Set<String> COMMANDS = Set.of("fields", "filter", "parse", "display", "sort", "stats");
    private static final Set<String> WORDS = Set.of("as", "by", "asc", "desc", "and", "or", "not", "like");
    private static final Set<String> FUNCTIONS = Set.of("ispresent", "max", "avg", "sum", "count", "pct", "bin");
    private static final Pattern PARSE = Pattern.compile("parse @message '([^']*)' as ([\\w, ]+)");
    private static final Pattern PRESENT = Pattern.compile("ispresent\\((\\w+)\\)");
    private static final Pattern ALIAS = Pattern.compile("\\) as (\\w+)");
    private static final Pattern WORD = Pattern.compile("(?<![@\\w])[A-Za-z]\\w*\\(?");

    /** What begins its lines and is no command, and what is called and is no function. */
    Set<String> unknown() {
        Stream<String> commands = Stream.of(text.strip().split("\\s*\\n\\| ")).map(line -> line.split(" ", 2)[0]);
        Stream<String> functions =
                words().filter(word -> word.endsWith("(")).map(word -> word.substring(0, word.length() - 1));
        return Stream.concat(
                        commands.filter(one -> !COMMANDS.contains(one)),
                        functions.filter(one -> !FUNCTIONS.contains(one)))
                .collect(Collectors.toSet());
    }

    /** What lines have to look like, to be parsed. */
    List<Pattern> patterns() {
        return parses().map(parse -> "\\Q" + parse.group(1).replace("*", "\\E.*?\\Q") + "\\E")
                .map(Pattern::compile)
                .toList();
    }

    /** The fields that lines have to have, since the query does not make them itself. */
    Set<String> fields() {
        Set<String> fields = words().filter(word -> !word.endsWith("(")).collect(Collectors.toCollection(HashSet::new));
        fields.removeAll(COMMANDS);
        fields.removeAll(WORDS);
        parses().flatMap(parse -> Stream.of(parse.group(2).strip().split(",\\s*")))
                .forEach(fields::remove);
        ALIAS.matcher(text).results().map(alias -> alias.group(1)).forEach(fields::remove);
        return fields;
    }

    /** Those fields by which it says which lines it is about; some it makes itself. */
    Set<String> present() {
        Set<String> present =
                PRESENT.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toSet());
        present.retainAll(fields());
        return present;
    }

    private Stream<MatchResult> parses() {
        return PARSE.matcher(text).results();
    }

    private Stream<String> words() {
        String rest = PARSE.matcher(text).replaceAll("parse").replaceAll("\"[^\"]*\"|\\(\\d+d\\)", "( ");
        return WORD.matcher(rest).results().map(MatchResult::group);
    }
}
