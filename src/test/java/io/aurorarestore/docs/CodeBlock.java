package io.aurorarestore.docs;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A block of code in a Markdown page.
 *
 * @param line where it begins, counted from one
 * @param tag the first word after the fence; empty if there is none, or no fence
 * @param fenced or else indented
 * @param adjoining whether nothing but blank lines stands between it and the block before
 */
public record CodeBlock(Path page, int line, String tag, boolean fenced, boolean adjoining, String text) {

    private static final Pattern AWS = Pattern.compile("(?m)(?:^|[|;&(])\\s*aws\\s");

    public String place() {
        return page + ":" + line;
    }

    /** Whether its lines are run. */
    public boolean isShell() {
        return fenced && tag.equals("sh");
    }

    /** Whether one of its commands is {@code aws}. */
    boolean needsAws() {
        return AWS.matcher(text).find();
    }
}
