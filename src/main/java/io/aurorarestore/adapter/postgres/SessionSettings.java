package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Overrules what the source has set for its master user or the database ({@code ALTER ROLE … SET}, {@code ALTER DATABASE …
 * SET}) where it decides what a statement may do, which objects it means, or when it ends. How values are written and read,
 * as by {@code TimeZone}, stays the source's.
 *
 * @see <a href="https://www.postgresql.org/docs/17/runtime-config-client.html">Client connection defaults</a>
 */
final class SessionSettings {

    /**
     * What a session may begin with, in every version that Aurora has. RESET goes back to these, and not to the source's.
     * A policy that hides rows from the master is an error, and hides nothing in silence from a mask or a check.
     */
    static final Map<String, String> AT_START = Map.ofEntries(
            Map.entry("array_nulls", "on"),
            Map.entry("backslash_quote", "safe_encoding"),
            Map.entry("check_function_bodies", "on"),
            Map.entry("default_transaction_deferrable", "off"),
            Map.entry("default_transaction_isolation", "read committed"),
            Map.entry("default_transaction_read_only", "off"),
            Map.entry("exit_on_error", "off"),
            Map.entry("role", "none"),
            Map.entry("row_security", "off"),
            Map.entry("search_path", "\"$user\", public"),
            Map.entry("standard_conforming_strings", "on"),
            Map.entry("transform_null_equals", "off"));

    /**
     * What only some versions know, or only some masters may set: to be set again after RESET ALL. A server that asks whether
     * the client is still there ends the statement of a job that was killed.
     */
    private static final Map<String, String> LATER = Map.of(
            "client_connection_check_interval", "10000",
            "default_table_access_method", "heap",
            "default_tablespace", "",
            "idle_session_timeout", "0",
            "restrict_nonsystem_relation_kind", "",
            "session_replication_role", "origin",
            "temp_tablespaces", "",
            "transaction_timeout", "0");

    private static final String SET = "SELECT pg_catalog.set_config(s.name, ours.value, false)"
            + " FROM pg_catalog.pg_settings AS s JOIN (VALUES "
            + LATER.entrySet().stream()
                    .map(one -> "(" + Quoted.literal(one.getKey()) + ", " + Quoted.literal(one.getValue()) + ")")
                    .sorted()
                    .collect(Collectors.joining(", "))
            + ") AS ours (name, value) ON s.name = ours.name WHERE s.setting <> ours.value";

    private SessionSettings() {}

    static Uni<Void> overrule(Session session) {
        return session.query(SET)
                .onFailure()
                .transform(failure -> PgErrors.about(
                        FailureCode.DATABASE_FAILED,
                        "What is set for the master user or the database, such as session_replication_role, cannot be"
                                + " overruled",
                        failure))
                .replaceWithVoid();
    }
}
