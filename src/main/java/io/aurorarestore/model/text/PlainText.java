package io.aurorarestore.model.text;

import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Checks and cleans text of characters that make it look like something else: line ends and other control characters,
 * which would begin lines of their own in a log or a mail; marks that turn the direction of writing; halves of
 * surrogate pairs, which no other program takes.
 */
public final class PlainText {

    /** For messages about a text that is not plain. */
    public static final String RULE = "must not have line ends or other control characters";

    private PlainText() {}

    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(PlainText::isControl);
    }

    /** What is not plain is written as JSON and Java write it, for instance {@code \}{@code u000a} for a line end. */
    public static String visible(String text) {
        return visible(text, "");
    }

    /** The same but for these characters, which stay. */
    public static String visible(String text, String but) {
        return isPlain(text)
                ? text
                : text.codePoints()
                        .mapToObj(
                                one -> isControl(one) && but.indexOf(one) < 0 ? escaped(one) : Character.toString(one))
                        .collect(Collectors.joining());
    }

    /** At most so long, in characters, and not cut within one; an ellipsis then tells that there was more. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    private static String escaped(int codePoint) {
        return "\\u" + HexFormat.of().toHexDigits((char) codePoint);
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint)
                || isSeparator(codePoint)
                || turnsDirection(codePoint)
                || isHalf(codePoint);
    }

    private static boolean isSeparator(int codePoint) {
        return codePoint == 0x2028 || codePoint == 0x2029;
    }

    private static boolean turnsDirection(int codePoint) {
        return (codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
