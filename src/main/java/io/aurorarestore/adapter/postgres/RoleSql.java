package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.text.NameList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds the SQL that makes one application role, and gives it its rights. Running it again ends in the same. A role
 * that the source has keeps what else it may do there, but one that is to read only loses the rights to write that the
 * master can take.
 */
record RoleSql(String database, List<Schema> schemas) {

    /**
     * A limit of connections or of time is of the source's, too.
     *
     * @param locked it cannot log in before {@link #open}
     */
    static RoleStatement prepare(boolean exists, boolean locked, Credentials user) {
        return RoleStatement.ofAnother(
                inWords(user) + (exists ? " cannot be given its password" : " cannot be created"),
                (exists ? "ALTER ROLE " : "CREATE ROLE ") + Quoted.identifier(user.username())
                        + (locked ? " NOLOGIN" : "") + " PASSWORD "
                        + Quoted.literal(ScramVerifier.of(user.password()))
                        + " VALID UNTIL 'infinity' CONNECTION LIMIT -1");
    }

    static RoleStatement open(Credentials user) {
        return RoleStatement.ofAnother(
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
            schemas.forEach(schema -> inSchema(schema, role, grant.level())
                    .forEach(sql -> all.add(new RoleStatement(
                            inWords(user) + " cannot be given its rights in schema " + NameList.of(schema.name()),
                            sql))));
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

    private static List<String> inSchema(Schema schema, String role, Grant.Level level) {
        List<String> all = new ArrayList<>();
        all.add("GRANT USAGE ON SCHEMA " + Quoted.identifier(schema.name()) + " TO " + role);
        if (level == Grant.Level.READ_WRITE) {
            all.addAll(on(schema, "GRANT SELECT, INSERT, UPDATE, DELETE", What.TABLE, "TO " + role));
            all.addAll(on(schema, "GRANT SELECT, USAGE", What.SEQUENCE, "TO " + role));
            all.addAll(on(schema, "GRANT EXECUTE", What.ROUTINE, "TO " + role));
        } else {
            all.addAll(on(schema, "REVOKE INSERT, UPDATE, DELETE, TRUNCATE", What.TABLE, "FROM " + role));
            all.addAll(on(schema, "REVOKE USAGE, UPDATE", What.SEQUENCE, "FROM " + role));
            all.addAll(on(schema, "GRANT SELECT", What.TABLE, "TO " + role));
            all.addAll(on(schema, "GRANT SELECT", What.SEQUENCE, "TO " + role));
        }
        return all;
    }

    /** On all that there is, and on all that its owners make later. */
    private static List<String> on(Schema schema, String change, What what, String whom) {
        Stream<String> now = Stream.of(what.in(schema))
                .filter(names -> !names.isEmpty())
                .map(names -> change + " ON " + what + " " + String.join(", ", names) + " " + whom);
        Stream<String> later = schema.owners().stream()
                .map(owner -> "ALTER DEFAULT PRIVILEGES FOR ROLE " + Quoted.identifier(owner) + " IN SCHEMA "
                        + Quoted.identifier(schema.name()) + " " + change + " ON " + what + "S " + whom);
        return Stream.concat(now, later).toList();
    }

    private static String inWords(Credentials user) {
        return "Role " + NameList.of(user.username());
    }

    /** Named as SQL names them. */
    private enum What {
        TABLE,
        SEQUENCE,
        ROUTINE;

        List<String> in(Schema schema) {
            return switch (this) {
                case TABLE -> schema.tables();
                case SEQUENCE -> schema.sequences();
                case ROUTINE -> schema.routines();
            };
        }
    }
}
