package io.aurorarestore.adapter.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Translates an SQLSTATE to PostgreSQL's name of the condition. PostgreSQL names them in the documentation only; its
 * errors bring the code and a text, which may quote data.
 *
 * @see <a href="https://www.postgresql.org/docs/17/errcodes-appendix.html">PostgreSQL 17's error codes</a>
 */
final class SqlStates {

    private static final String RESOURCE = "/postgresql-conditions.txt";
    private static final String CODE = "[0-9A-Z]{5}";
    private static final Map<String, String> NAMES = read();

    private SqlStates() {}

    /** For instance {@code invalid_text_representation (22P02)}; of a code of somebody's own, what its class is called. */
    static String description(String state) {
        if (state == null || !state.matches(CODE)) {
            return "error without a code";
        }
        String ofClass = NAMES.getOrDefault(state.substring(0, 2) + "000", "user_defined_condition");
        return NAMES.getOrDefault(state, ofClass) + " (" + state + ")";
    }

    private static Map<String, String> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SqlStates.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
