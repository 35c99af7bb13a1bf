package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.text.NameList;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the SQL that makes one application role, and gives it its rights. Running it again ends in the same. A role
 * that the source has keeps what else it may do there, but one that is to read only loses the rights to write that the
 * master can take.
 */
record RoleSql(String database, List<String> schemas) {

    /** @param locked it cannot log in before {@link #open} */
    static RoleStatement prepare(boolean exists, boolean locked, Credentials user) {
        return new RoleStatement(
                inWords(user) + (exists ? " cannot be given its password" : " cannot be created"),
                (exists ? "ALTER ROLE " : "CREATE ROLE ") + Quoted.identifier(user.username())
                        + (locked ? " NOLOGIN" : "") + " PASSWORD "
                        + Quoted.literal(ScramVerifier.of(user.password())));
    }

    static RoleStatement open(Credentials user) {
        return new RoleStatement(
                inWords(user) + " cannot be allowed to log in",
                "ALTER ROLE " + Quoted.identifier(user.username()) + " LOGIN");
    }

    List<RoleStatement> grants(Credentials user, Grant grant) {
        String role = Quoted.identifier(user.username());
        List<RoleStatement> all = new ArrayList<>();
        all.add(new RoleStatement(
                inWords(user) + " cannot be given the right to connect to database " + NameList.of(database),
                "GRANT CONNECT ON DATABASE " + Quoted.identifier(database) + " TO " + role));
        if (grant.level() != Grant.Level.CUSTOM) {
            schemas.forEach(schema -> inSchema(Quoted.identifier(schema), role, grant)
                    .forEach(sql -> all.add(new RoleStatement(
                            inWords(user) + " cannot be given its rights in schema " + NameList.of(schema), sql))));
        }
        return all;
    }

    /** The statements of a custom grant; other grants have none. */
    static List<String> custom(Credentials user, Grant grant) {
        String role = Quoted.identifier(user.username());
        return grant.statements().stream()
                .map(statement -> statement.replace("{user}", role))
                .toList();
    }

    private static List<String> inSchema(String schema, String role, Grant grant) {
        String tables = grant.level() == Grant.Level.READ_WRITE ? "SELECT, INSERT, UPDATE, DELETE" : "SELECT";
        String sequences = grant.level() == Grant.Level.READ_WRITE ? "SELECT, USAGE" : "SELECT";
        List<String> all = new ArrayList<>();
        all.add("GRANT USAGE ON SCHEMA " + schema + " TO " + role);
        if (grant.level() == Grant.Level.READ_ONLY) {
            all.addAll(on(schema, "REVOKE INSERT, UPDATE, DELETE, TRUNCATE", "TABLES", "FROM " + role));
            all.addAll(on(schema, "REVOKE USAGE, UPDATE", "SEQUENCES", "FROM " + role));
        }
        all.addAll(on(schema, "GRANT " + tables, "TABLES", "TO " + role));
        all.addAll(on(schema, "GRANT " + sequences, "SEQUENCES", "TO " + role));
        return all;
    }

    /** On all that there is, and on all that the master makes later. */
    private static List<String> on(String schema, String change, String what, String whom) {
        return List.of(
                change + " ON ALL " + what + " IN SCHEMA " + schema + " " + whom,
                "ALTER DEFAULT PRIVILEGES IN SCHEMA " + schema + " " + change + " ON " + what + " " + whom);
    }

    private static String inWords(Credentials user) {
        return "Role " + NameList.of(user.username());
    }
}
