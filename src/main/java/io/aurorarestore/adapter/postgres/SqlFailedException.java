package io.aurorarestore.adapter.postgres;

import io.aurorarestore.port.CallFailedException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.Set;

/**
 * Thrown where work on a database failed. Of PostgreSQL's error it has the SQLSTATE, the position in the SQL and the
 * names of objects, never the message, detail, hint, context or query, which may quote data; nor has it a cause that
 * would.
 */
final class SqlFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<String> PASSING = Set.of(
            "28P01", "28000", "57P01", "57P02", "57P03", "53300", "40001", "40P01", "55P03", "08000", "08001", "08003",
            "08004", "08006");
    private static final String NOT_SUPPORTED = "0A000";
    private static final String WRONG_END_OF_TRANSACTION = "2D000";
    private static final String SYNTAX_ERROR = "42601";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_DATABASE = "3D000";
    private static final String NOT_IN_STATE = "55000";
    private static final String TOO_MANY = "53300";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String QUERY_CANCELED = "57014";
    /** Where EXECUTE refuses BEGIN, COMMIT and their like. */
    private static final String EXECUTE = "exec_stmt_dynexecute";

    private final String state;
    private final String place;
    private final boolean unreadable;
    private final boolean endsTransaction;
    private final transient NamedObjects objects;

    /** Of anything but a statement of a profile. */
    static SqlFailedException of(Throwable failure) {
        return failure instanceof PgException error
                ? new SqlFailedException(error, "")
                : new SqlFailedException(failure);
    }

    /** Of SQL that was sent as it is. */
    static SqlFailedException of(String sql, Throwable failure) {
        return failure instanceof PgException error
                ? new SqlFailedException(error, place(sql, error.getPosition()))
                : new SqlFailedException(failure);
    }

    /** Of SQL that was sent inside a block. */
    static SqlFailedException inside(String sql, Throwable failure) {
        if (!(failure instanceof PgException error)) {
            return new SqlFailedException(failure);
        }
        boolean ours =
                error.getInternalQuery() != null && error.getInternalQuery().startsWith(sql);
        return new SqlFailedException(error, ours ? place(sql, error.getInternalPosition()) : "");
    }

    private SqlFailedException(PgException error, String place) {
        super(SqlStates.description(error.getSqlState()));
        this.state = String.valueOf(error.getSqlState());
        this.place = place;
        this.unreadable = false;
        this.endsTransaction = state.equals(WRONG_END_OF_TRANSACTION)
                || (state.equals(NOT_SUPPORTED) && EXECUTE.equals(error.getRoutine()));
        this.objects = NamedObjects.of(error);
    }

    private SqlFailedException(Throwable failure) {
        super(UnusableAnswer.description(failure));
        this.state = "";
        this.place = "";
        this.unreadable = failure instanceof RuntimeException && !(failure instanceof VertxException);
        this.endsTransaction = false;
        this.objects = NamedObjects.NONE;
    }

    /** RETRY: not reachable, starting, a login it does not know yet, too many connections, a lock, a conflict. */
    CallFailedException.Kind kind() {
        return state.isEmpty() || PASSING.contains(state)
                ? CallFailedException.Kind.RETRY
                : CallFailedException.Kind.FATAL;
    }

    /** There is an answer, and the client has no type for it. */
    boolean unreadable() {
        return unreadable;
    }

    /** It tried to begin or end a transaction that is not its own. */
    boolean endsTransaction() {
        return endsTransaction;
    }

    boolean insufficientPrivilege() {
        return state.equals(INSUFFICIENT_PRIVILEGE);
    }

    /** What to do about a database that could not be opened: empty, or beginning with a full stop. */
    String adviceOnOpening() {
        return switch (state) {
            case UNDEFINED_DATABASE -> ". The restored cluster has none of that name: correct it in the profile";
            case NOT_IN_STATE ->
                ". It allows no connections: ALTER DATABASE \u2026 ALLOW_CONNECTIONS lets it, in the source";
            case TOO_MANY -> ". The CONNECTION LIMIT of the database or the role may be too low";
            case INSUFFICIENT_PRIVILEGE -> ". Its owner has to GRANT CONNECT on it to the master user, in the source";
            default -> "";
        };
    }

    /** By {@code statement_timeout}, or by a person. */
    boolean canceled() {
        return state.equals(QUERY_CANCELED);
    }

    boolean undefinedTable() {
        return state.equals(UNDEFINED_TABLE);
    }

    /** The server does not understand it, or does not do it. */
    boolean unsupported() {
        return state.equals(SYNTAX_ERROR) || state.equals(NOT_SUPPORTED);
    }

    /** Something of the database's own, such as an event trigger, raised it. */
    boolean raised() {
        return !objects.functions().isEmpty();
    }

    NamedObjects objects() {
        return objects;
    }

    /** As in: syntax_error (42601) at character 7. */
    String wordsWithPlace() {
        return getMessage() + place;
    }

    private static String place(String sql, String position) {
        if (position == null || !position.matches("[0-9]{1,9}")) {
            return "";
        }
        return Integer.parseInt(position) > sql.codePointCount(0, sql.length())
                ? " at its end"
                : " at character " + position;
    }
}
