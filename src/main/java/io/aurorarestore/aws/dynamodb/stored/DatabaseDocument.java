package io.aurorarestore.aws.dynamodb.stored;

import io.aurorarestore.restore.DatabaseSettings;
import io.aurorarestore.restore.DatabaseUser;
import io.aurorarestore.restore.Grant;
import io.aurorarestore.restore.Script;

/** What is done in the restored database, as it is stored. */
final class DatabaseDocument {

    private DatabaseDocument() {}

    static StoredJson write(DatabaseSettings settings) {
        return new StoredJson()
                .text("database", settings.database())
                .list("users", settings.users(), DatabaseDocument::write)
                .texts("dropRoles", settings.dropRoles())
                .texts("lockRoles", settings.lockRoles())
                .list("scripts", settings.scripts(), DatabaseDocument::write)
                .texts("checks", settings.checks());
    }

    private static StoredJson write(DatabaseUser user) {
        StoredJson grant = new StoredJson()
                .constant("level", user.grant().level())
                .texts("statements", user.grant().statements());
        return new StoredJson().text("secret", user.secret()).object("grant", grant);
    }

    private static StoredJson write(Script script) {
        return new StoredJson().text("name", script.name()).text("sql", script.sql());
    }

    static DatabaseSettings read(StoredFields stored) {
        return new DatabaseSettings(
                stored.text("database"),
                stored.list("users", DatabaseDocument::user),
                stored.texts("dropRoles"),
                stored.texts("lockRoles"),
                stored.list("scripts", one -> new Script(one.text("name"), one.text("sql"))),
                stored.texts("checks"));
    }

    private static DatabaseUser user(StoredFields stored) {
        StoredFields grant = stored.object("grant");
        return new DatabaseUser(
                stored.text("secret"),
                new Grant(grant.constant("level", Grant.Level.class), grant.texts("statements")));
    }
}
