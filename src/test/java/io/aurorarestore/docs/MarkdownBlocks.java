package io.aurorarestore.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the code blocks of a Markdown page: those between fences, and those indented by four spaces or more. */
public final class MarkdownBlocks {

    private static final Pattern FENCE = Pattern.compile("( *)(`{3,}|~{3,}) *([^`\\s]*)[^`]*");
    private static final String INDENT = "    ";

    private final Path page;
    private final List<String> lines;
    private final List<CodeBlock> blocks = new ArrayList<>();
    private int at;
    private int end = -1;

    private MarkdownBlocks(Path page, String text) {
        this.page = page;
        this.lines = text.lines().toList();
    }

    public static List<CodeBlock> of(Path page) {
        try {
            return of(page, Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if a fence is not closed */
    public static List<CodeBlock> of(Path page, String text) {
        return new MarkdownBlocks(page, text).read();
    }

    private List<CodeBlock> read() {
        while (at < lines.size()) {
            Matcher fence = FENCE.matcher(lines.get(at));
            if (fence.matches()) {
                fenced(fence);
            } else if (lines.get(at).startsWith(INDENT) && blank(at - 1)) {
                indented();
            } else {
                at++;
            }
        }
        return List.copyOf(blocks);
    }

    private void fenced(Matcher fence) {
        int first = at + 1;
        int last = first;
        while (!closes(last, fence.group(2))) {
            last++;
        }
        String margin = fence.group(1);
        List<String> inside = lines.subList(first, last).stream()
                .map(line -> line.startsWith(margin) ? line.substring(margin.length()) : line.strip())
                .toList();
        add(fence.group(3), true, inside, last);
    }

    private boolean closes(int line, String fence) {
        if (line >= lines.size()) {
            throw new IllegalArgumentException(page + ":" + (at + 1) + ": this fence is not closed");
        }
        return lines.get(line).strip().startsWith(fence)
                && lines.get(line).strip().replace(fence.substring(0, 1), "").isEmpty();
    }

    private void indented() {
        int last = at;
        while (last + 1 < lines.size() && (lines.get(last + 1).startsWith(INDENT) || blank(last + 1))) {
            last++;
        }
        while (blank(last)) {
            last--;
        }
        List<String> inside = lines.subList(at, last + 1).stream()
                .map(line -> line.isBlank() ? "" : line.substring(INDENT.length()))
                .toList();
        add("", false, inside, last);
    }

    private void add(String tag, boolean fenced, List<String> inside, int last) {
        boolean adjoining = end >= 0 && lines.subList(end + 1, at).stream().allMatch(String::isBlank);
        blocks.add(new CodeBlock(page, at + 1, tag, fenced, adjoining, String.join("\n", inside)));
        end = last;
        at = last + 1;
    }

    private boolean blank(int line) {
        return line < 0 || line >= lines.size() || lines.get(line).isBlank();
    }
}
