package io.aurorarestore.model.text;

import java.util.List;

/** Writes names that others have given for a message: on one line, and short whatever they are. */
public final class NameList {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LIST = 300;

    private NameList() {}

    public static String of(String name) {
        return of(name, LONGEST_NAME);
    }

    /** Of something whose names are longer, as an authority's. */
    public static String of(String name, int longest) {
        return PlainText.shortened(name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "), longest);
    }

    /** As many as fit, and how many more there are. */
    public static String of(List<String> names) {
        return of(names, LONGEST_NAME);
    }

    /** Of things whose names are longer, as tables with their schemas. */
    public static String of(List<String> names, int longest) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < names.size(); at++) {
            if (line.length() > LONGEST_LIST) {
                return line + " and " + (names.size() - at) + " more";
            }
            line.append(at == 0 ? "" : ", ").append(of(names.get(at), longest));
        }
        return line.toString();
    }
}
