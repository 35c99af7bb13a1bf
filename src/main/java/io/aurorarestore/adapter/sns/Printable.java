package io.aurorarestore.adapter.sns;

/** Converts a text to ASCII without control characters, where SNS takes no other. */
final class Printable {

    private Printable() {}

    static String of(String text, int longest) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= longest ? printable : printable.substring(0, longest);
    }
}
