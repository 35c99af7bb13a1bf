package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.settings.Script;
import java.util.List;
import java.util.Optional;

/**
 * Maps the database part of the settings (users, roles, scripts, checks) to its stored JSON, and back. One database is
 * written as all were once; several, as a version that knows of one only cannot read them.
 */
final class DatabaseDocument {

    private DatabaseDocument() {}

    static StoredJson write(DatabaseSettings settings) {
        StoredJson written = settings.others().isEmpty()
                ? content(new StoredJson().text("database", settings.first().name()), settings.first())
                : new StoredJson().list("databases", settings.databases(), DatabaseDocument::write);
        return written.texts("dropRoles", settings.dropRoles())
                .texts("lockRoles", settings.lockRoles())
                .texts("keepRoles", settings.keepRoles());
    }

    private static StoredJson write(OneDatabase database) {
        return content(new StoredJson().text("name", database.name()), database);
    }

    private static StoredJson content(StoredJson named, OneDatabase database) {
        return named.list("users", database.users(), DatabaseDocument::write)
                .list("scripts", database.scripts(), DatabaseDocument::write)
                .mixed("checks", database.checks(), DatabaseDocument::plain, DatabaseDocument::write);
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
        if (script.repeat()) {
            written.flag("repeat", true);
        }
        if (!script.deadline().equals(Script.USUAL_DEADLINE)) {
            written.text("deadline", script.deadline().toString());
        }
        return written.text("as", script.as());
    }

    private static Script script(StoredFields stored) {
        return new Script(
                stored.text("name"),
                stored.text("sql"),
                stored.maybeFlag("transaction").orElse(true),
                stored.maybeText("as"),
                stored.maybeFlag("repeat").orElse(false),
                stored.maybeDuration("deadline").orElse(Script.USUAL_DEADLINE));
    }

    private static Optional<String> plain(Check check) {
        return check.name().isEmpty() ? Optional.of(check.sql()) : Optional.empty();
    }

    private static StoredJson write(Check check) {
        return new StoredJson().text("name", check.name()).text("sql", check.sql());
    }

    static DatabaseSettings read(StoredFields stored) {
        List<OneDatabase> several = stored.list("databases", one -> database(one, "name"));
        return new DatabaseSettings(
                several.isEmpty() ? List.of(database(stored, "database")) : several,
                stored.texts("dropRoles"),
                stored.texts("lockRoles"),
                stored.maybeTexts("keepRoles"));
    }

    private static OneDatabase database(StoredFields stored, String name) {
        return new OneDatabase(
                stored.text(name),
                stored.list("users", DatabaseDocument::user),
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
