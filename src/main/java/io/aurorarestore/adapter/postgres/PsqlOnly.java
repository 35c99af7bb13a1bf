package io.aurorarestore.adapter.postgres;

import java.util.regex.Pattern;

/** Tells what in SQL that has failed only psql understands: a server's error about it says little. */
final class PsqlOnly {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*\\\\[a-zA-Z!?]");
    private static final Pattern COPY = Pattern.compile("(?i)\\bCOPY\\b[^;]*\\b(?:FROM\\s+STDIN|TO\\s+STDOUT)\\b");

    private PsqlOnly() {}

    /** Empty, or beginning with a full stop. */
    static String advice(String sql) {
        if (sql.startsWith(BYTE_ORDER_MARK)) {
            return ". It begins with a byte order mark: write it without";
        }
        if (COMMAND.matcher(sql).find()) {
            return ". It has a command of psql, such as \\copy, which the server does not know: write SQL instead";
        }
        return isCopy(sql) ? ". COPY from or to the client is for psql: write INSERT, or use the extension aws_s3" : "";
    }

    /** The server would wait for data that nobody sends. */
    static boolean isCopy(String sql) {
        return COPY.matcher(sql).find();
    }
}
