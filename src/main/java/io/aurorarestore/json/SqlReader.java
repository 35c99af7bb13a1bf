package io.aurorarestore.json;

import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.text.NameList;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Reads the scripts and checks of a profile. Each name is used once: the database and errors know them by it. */
final class SqlReader {

    private static final int LONGEST_SQL = 100_000;

    private SqlReader() {}

    static Optional<List<Script>> scripts(Fields fields) {
        Optional<List<Script>> scripts = fields.objects("scripts", SqlReader::script);
        refuseRepeated(fields, "scripts", scripts.stream().flatMap(List::stream).map(Script::name));
        return scripts;
    }

    /** Who owns things may do much: such a script can be taken back as a whole. */
    private static Optional<Script> script(Fields fields) {
        boolean transaction = fields.flag("transaction").orElse(true);
        Optional<String> as = fields.text("as");
        if (!transaction && as.isPresent()) {
            fields.wrong("as", "goes with a transaction only");
        }
        boolean repeat = fields.flag("repeat").orElse(false);
        if (!transaction && repeat) {
            fields.wrong("repeat", "goes with a transaction only");
        }
        Duration deadline = fields.parsed("deadline", SqlReader::deadline).orElse(Script.USUAL_DEADLINE);
        return named(fields, (name, sql) -> new Script(name, sql, transaction, as, repeat, deadline));
    }

    private static Duration deadline(String text) {
        return StepsReader.duration(text, Script.SHORTEST_DEADLINE, Script.LONGEST_DEADLINE);
    }

    /** A text is a check without a name. */
    static Optional<List<Check>> checks(Fields fields) {
        Optional<List<Check>> checks =
                fields.textsOrObjects("checks", Check::unnamed, check -> named(check, Check::named));
        refuseRepeated(fields, "checks", checks.stream().flatMap(List::stream).flatMap(check -> check.name().stream()));
        return checks;
    }

    private static <T> Optional<T> named(Fields fields, BiFunction<String, String, T> make) {
        Optional<String> name = fields.text("name");
        Optional<String> sql = fields.sql("sql", LONGEST_SQL);
        if (name.isEmpty() || sql.isEmpty()) {
            fields.wrong("name", "and sql are both needed");
            return Optional.empty();
        }
        return Optional.of(make.apply(name.get(), sql.get()));
    }

    private static void refuseRepeated(Fields fields, String field, Stream<String> names) {
        Set<String> known = new HashSet<>();
        names.filter(name -> !known.add(name))
                .forEach(name -> fields.wrong(field, "have the name " + NameList.of(name) + " twice"));
    }
}
