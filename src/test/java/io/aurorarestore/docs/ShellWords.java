package io.aurorarestore.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits simple commands into words as a shell does: quotes, escapes and comments, but no expansions. */
public final class ShellWords {

    private static final Pattern WORD =
            Pattern.compile("(?:'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\\\.|[^\\s'\"\\\\])+", Pattern.DOTALL);
    private static final Pattern PART =
            Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|\\\\(.)|([^'\"\\\\]+)", Pattern.DOTALL);

    private ShellWords() {}

    /** The commands of a script that has one in each line; a backslash goes on in the next. */
    public static List<List<String>> commands(String script) {
        return script.replaceAll("\\\\\\n\\s*", " ")
                .lines()
                .map(ShellWords::of)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find() && !word.group().startsWith("#")) {
            words.add(unquoted(word.group()));
        }
        return words;
    }

    private static String unquoted(String word) {
        return PART.matcher(word).replaceAll(part -> Matcher.quoteReplacement(plain(part)));
    }

    private static String plain(MatchResult part) {
        if (part.group(2) != null) {
            return part.group(2).replaceAll("\\\\([\"\\\\$`])", "$1");
        }
        return part.group(1) != null ? part.group(1) : part.group(3) != null ? part.group(3) : part.group(4);
    }
}
