package io.aurorarestore.aws.postgres;

import io.aurorarestore.restore.Credentials;
import io.aurorarestore.restore.Grant;
import java.util.ArrayList;
import java.util.List;

/** The SQL that gives one application role its password and its rights. Running it again ends in the same. */
record Roles(String database, List<String> schemas) {

    List<String> statements(boolean exists, Credentials user, Grant grant) {
        String role = Quoted.identifier(user.username());
        List<String> all = new ArrayList<>();
        all.add((exists ? "ALTER ROLE " : "CREATE ROLE ") + role + " LOGIN PASSWORD "
                + Quoted.literal(ScramVerifier.of(user.password())));
        all.add("GRANT CONNECT ON DATABASE " + Quoted.identifier(database) + " TO " + role);
        schemas.forEach(schema -> all.addAll(inSchema(Quoted.identifier(schema), role, grant)));
        return all;
    }

    private static List<String> inSchema(String schema, String role, Grant grant) {
        String tables = grant == Grant.READ_WRITE ? "SELECT, INSERT, UPDATE, DELETE" : "SELECT";
        String sequences = grant == Grant.READ_WRITE ? "SELECT, USAGE" : "SELECT";
        return List.of(
                "GRANT USAGE ON SCHEMA " + schema + " TO " + role,
                "GRANT " + tables + " ON ALL TABLES IN SCHEMA " + schema + " TO " + role,
                "GRANT " + sequences + " ON ALL SEQUENCES IN SCHEMA " + schema + " TO " + role,
                "ALTER DEFAULT PRIVILEGES IN SCHEMA " + schema + " GRANT " + tables + " ON TABLES TO " + role,
                "ALTER DEFAULT PRIVILEGES IN SCHEMA " + schema + " GRANT " + sequences + " ON SEQUENCES TO " + role);
    }
}
