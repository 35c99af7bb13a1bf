package io.aurorarestore.json;

import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.text.NameList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a profile says of several databases, and of the users of one. */
final class DatabasesReader {

    private static final String FIELD = "databases";

    /** Of one database. */
    private static final List<String> SHORT_FORM = List.of("database", "users", "scripts", "checks");

    private DatabasesReader() {}

    static Optional<List<OneDatabase>> read(Fields fields) {
        Optional<List<OneDatabase>> databases = fields.objects(FIELD, DatabasesReader::database);
        if (fields.has(FIELD)) {
            SHORT_FORM.stream()
                    .filter(fields::has)
                    .forEach(one -> fields.wrong(one, "cannot stand beside databases: say it of one of them"));
        }
        databases.ifPresent(all -> check(fields, all));
        return databases;
    }

    private static void check(Fields fields, List<OneDatabase> all) {
        if (all.isEmpty()) {
            fields.wrong(FIELD, "must name at least one");
        }
        Set<String> known = new HashSet<>();
        all.stream()
                .map(OneDatabase::name)
                .filter(name -> !known.add(name))
                .forEach(name -> fields.wrong(FIELD, "have the name " + NameList.of(name) + " twice"));
    }

    private static Optional<OneDatabase> database(Fields fields) {
        Optional<String> name = fields.text("name");
        OneDatabase read = new OneDatabase(
                name.orElse(""),
                users(fields).orElse(List.of()),
                SqlReader.scripts(fields).orElse(List.of()),
                SqlReader.checks(fields).orElse(List.of()));
        if (name.isEmpty()) {
            fields.wrong("name", "is needed");
        }
        return name.map(given -> read);
    }

    static Optional<List<DatabaseUser>> users(Fields fields) {
        return fields.objects("users", DatabasesReader::user);
    }

    /** A custom grant comes with its statements. */
    private static Optional<DatabaseUser> user(Fields fields) {
        Optional<String> secret = fields.text("secret");
        Optional<List<String>> statements = fields.sqls("statements");
        Optional<Grant.Level> level = fields.word("grant", Grant.Level.values());
        if (secret.isEmpty() || level.isEmpty()) {
            fields.wrong("secret", "and grant are both needed");
            return Optional.empty();
        }
        boolean fits = level.get() == Grant.Level.CUSTOM
                ? !statements.orElse(List.of()).isEmpty()
                : statements.isEmpty();
        if (!fits) {
            fields.wrong("statements", "go with the grant custom, and with no other");
        }
        return Optional.of(new DatabaseUser(secret.get(), new Grant(level.get(), statements.orElse(List.of()))));
    }
}
