package io.aurorarestore.adapter.postgres;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Says what a session begins with, and how long its statements may take, by the time that its job has left. */
final class SessionLimits {

    /** So much before its job a statement is ended by the server. */
    private static final long TO_BE_TOLD_MILLIS = 5000;

    private SessionLimits() {}

    /**
     * The limits of time are so short that the server ends a statement before we end the work, and a session that has lost
     * us soon.
     */
    static Map<String, String> ofMaster(Duration left) {
        long work = left.toMillis();
        Map<String, String> all = new HashMap<>(SessionSettings.AT_START);
        all.putAll(Map.of(
                "application_name", "aurora-restore",
                "client_min_messages", "error",
                "statement_timeout", Long.toString(work - Math.min(work / 10, TO_BE_TOLD_MILLIS)),
                "lock_timeout", Long.toString(work / 5),
                "idle_in_transaction_session_timeout", Long.toString(work),
                "tcp_keepalives_idle", "10",
                "tcp_keepalives_interval", "5",
                "tcp_keepalives_count", "3"));
        return all;
    }

    /** Of a role that is tried: all else is as its own sessions have it. */
    static Map<String, String> ofRole(Duration left) {
        String most = Long.toString(left.toMillis() / 5);
        return Map.of("application_name", "aurora-restore", "client_min_messages", "error", "statement_timeout", most);
    }
}
