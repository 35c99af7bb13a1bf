package io.aurorarestore.aws.postgres;

import io.aurorarestore.port.CallFailed;
import io.vertx.pgclient.PgException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said of a profile's SQL that failed: the server's words, but for what those quote of the SQL's texts and of
 * the data. Names of tables, columns and the like are kept.
 */
final class DiscreetErrors {

    private static final Pattern QUOTED = Pattern.compile("(?s)\"(.*?)\"");
    private static final String HIDDEN = "\"…\"";
    private static final String SYNTAX_ERROR = "42601";
    private static final String DATA_EXCEPTION = "22";
    /** Transaction control where there can be none, in a statement or in a procedure. */
    private static final Set<String> NOT_HERE = Set.of("0A000", "2D000");

    private DiscreetErrors() {}

    static CallFailed about(String what, String sql, Throwable failure) {
        CallFailed plain = PgErrors.about(what, failure);
        if (!(failure instanceof PgException)) {
            return plain;
        }
        PgException error = (PgException) failure;
        String state = String.valueOf(error.getSqlState());
        String said = PgErrors.words(error, discreet(sql, state, error.getErrorMessage()));
        return new CallFailed(plain.kind(), plain.failure().code(), what + ": " + said + advice(state, said));
    }

    private static String discreet(String sql, String state, String said) {
        boolean ofValues = state.startsWith(DATA_EXCEPTION) || state.equals(SYNTAX_ERROR);
        return QUOTED.matcher(said)
                .replaceAll(found -> Matcher.quoteReplacement(
                        ofValues || sql.contains("'" + found.group(1) + "'") ? HIDDEN : found.group()));
    }

    private static String advice(String state, String said) {
        return NOT_HERE.contains(state) && said.contains("transaction")
                ? ". It is part of a transaction that is not its own: it must not begin, commit or roll back"
                : "";
    }
}
