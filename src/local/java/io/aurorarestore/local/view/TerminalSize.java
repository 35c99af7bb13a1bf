package io.aurorarestore.local.view;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much a terminal shows. */
record TerminalSize(int columns, int rows) {

    private static final Pattern ROWS_COLUMNS = Pattern.compile("(\\d+) (\\d+)\\s*");
    static final TerminalSize USUAL = new TerminalSize(80, 24);

    /** Of our terminal, now. What cannot be found out is as it usually is. */
    static TerminalSize now() {
        return asked().flatMap(TerminalSize::parse).orElseGet(() -> ofColumns(System.getenv("COLUMNS")));
    }

    /** @param stty as {@code stty size} says it; a terminal that does not know its size says {@code 0 0} */
    static Optional<TerminalSize> parse(String stty) {
        Matcher matcher = ROWS_COLUMNS.matcher(stty);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        TerminalSize size = new TerminalSize(number(matcher.group(2)), number(matcher.group(1)));
        return Optional.of(size).filter(known -> known.columns > 0 && known.rows > 0);
    }

    static TerminalSize ofColumns(@Nullable String columns) {
        return columns != null && columns.matches("[1-9]\\d{0,4}")
                ? new TerminalSize(number(columns), USUAL.rows)
                : USUAL;
    }

    private static int number(String digits) {
        return digits.length() > 5 ? 0 : Integer.parseInt(digits);
    }

    private static Optional<String> asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Optional.of(said).filter(size -> !size.isBlank());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
