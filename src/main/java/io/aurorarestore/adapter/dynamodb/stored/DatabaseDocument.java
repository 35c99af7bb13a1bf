package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.settings.Script;
import java.util.Optional;

/** Maps the database part of the settings (users, roles, scripts, checks) to its stored JSON, and back. */
final class DatabaseDocument {

    private DatabaseDocument() {}

    static StoredJson write(DatabaseSettings settings) {
        return new StoredJson()
                .text("database", settings.database())
                .list("users", settings.users(), DatabaseDocument::write)
                .texts("dropRoles", settings.dropRoles())
                .texts("lockRoles", settings.lockRoles())
                .texts("keepRoles", settings.keepRoles())
                .list("scripts", settings.scripts(), DatabaseDocument::write)
                .mixed("checks", settings.checks(), DatabaseDocument::plain, DatabaseDocument::write);
    }

    private static StoredJson write(DatabaseUser user) {
        StoredJson grant = new StoredJson()
                .constant("level", user.grant().level())
                .texts("statements", user.grant().statements());
        return new StoredJson().text("secret", user.secret()).object("grant", grant);
    }

    private static StoredJson write(Script script) {
        StoredJson written = new StoredJson().text("name", script.name()).text("sql", script.sql());
        if (!script.transaction()) {
            written.flag("transaction", false);
        }
        return written.text("as", script.as());
    }

    private static Script script(StoredFields stored) {
        return new Script(
                stored.text("name"),
                stored.text("sql"),
                stored.maybeFlag("transaction").orElse(true),
                stored.maybeText("as"));
    }

    private static Optional<String> plain(Check check) {
        return check.name().isEmpty() ? Optional.of(check.sql()) : Optional.empty();
    }

    private static StoredJson write(Check check) {
        return new StoredJson().text("name", check.name()).text("sql", check.sql());
    }

    static DatabaseSettings read(StoredFields stored) {
        return new DatabaseSettings(
                stored.text("database"),
                stored.list("users", DatabaseDocument::user),
                stored.texts("dropRoles"),
                stored.texts("lockRoles"),
                stored.maybeTexts("keepRoles"),
                stored.list("scripts", DatabaseDocument::script),
                stored.list("checks", DatabaseDocument::check));
    }

    /** Without a name it is its SQL alone, as all were once. */
    private static Check check(StoredFields stored) {
        return stored.isText()
                ? Check.unnamed(stored.itself("checks"))
                : Check.named(stored.text("name"), stored.text("sql"));
    }

    private static DatabaseUser user(StoredFields stored) {
        StoredFields grant = stored.object("grant");
        return new DatabaseUser(
                stored.text("secret"),
                new Grant(grant.constant("level", Grant.Level.class), grant.texts("statements")));
    }
}
