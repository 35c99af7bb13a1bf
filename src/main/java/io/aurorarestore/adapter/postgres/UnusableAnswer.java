package io.aurorarestore.adapter.postgres;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;

/** Explains in words of ours why PostgreSQL's answer cannot be used: a client's text may quote what it has read. */
final class UnusableAnswer {

    private static final String SSL = "SSL handshake failed";

    /** A class comes before those that it is one of. */
    private static final List<Reason> REASONS = List.of(
            new Reason(SSLException.class, SSL),
            new Reason(UnknownHostException.class, "its host is not known"),
            new Reason(ConnectTimeoutException.class, "no connection in time"),
            new Reason(ConnectException.class, "it refuses the connection"),
            new Reason(ClosedConnectionException.class, "the connection was closed"));

    private UnusableAnswer() {}

    static String description(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (Reason reason : REASONS) {
                if (reason.type().isInstance(cause)) {
                    return unanswered(reason.description());
                }
            }
        }
        return unanswered(
                SSL.equals(failure.getMessage()) ? SSL : failure.getClass().getSimpleName());
    }

    private static String unanswered(String why) {
        return "the database does not answer: " + why;
    }

    private record Reason(Class<? extends Throwable> type, String description) {}
}
