package io.aurorarestore.model.request;

import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.model.text.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the size of an accepted request where it is kept, in bytes of its JSON. DynamoDB keeps a restore of up to
 * 400 KB, and what the restore finds and does has to have room beside its request.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">DynamoDB's limits</a>
 */
public final class AcceptedRequestSize {

    public static final int MOST = 256 * 1024;

    private AcceptedRequestSize() {}

    /** What a request says and what comes of it and of its profiles. */
    public static int of(RestoreRequest request, Settings settings) {
        return bytes(List.of(RequestDetail.of(request), all(settings)));
    }

    /** What comes of profiles alone. */
    public static int of(Settings settings) {
        return bytes(all(settings));
    }

    private static Map<String, Object> all(Settings settings) {
        DatabaseSettings database = settings.database();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("allowedSources", settings.allowedSources());
        all.put("asked", settings.asked().said());
        all.put("origins", settings.origins());
        all.put("dropRoles", database.dropRoles());
        all.put("lockRoles", database.lockRoles());
        database.keepRoles().ifPresent(keep -> all.put("keepRoles", keep));
        all.put(
                "databases",
                database.databases().stream().map(AcceptedRequestSize::database).toList());
        all.put("steps", settings.steps());
        all.put("hooks", settings.hooks());
        return all;
    }

    private static Map<String, Object> database(OneDatabase database) {
        return Map.of(
                "name",
                database.name(),
                "users",
                database.users().stream().map(AcceptedRequestSize::user).toList(),
                "scripts",
                database.scripts().stream().map(AcceptedRequestSize::script).toList(),
                "checks",
                database.checks().stream().map(AcceptedRequestSize::check).toList());
    }

    private static Map<String, Object> user(DatabaseUser user) {
        return Map.of("secret", user.secret(), "grant", user.grant().statements());
    }

    private static Map<String, Object> check(Check check) {
        return Map.of("name", check.name().orElse(""), "sql", check.sql());
    }

    private static Map<String, Object> script(Script script) {
        return Map.of(
                "name",
                script.name(),
                "sql",
                script.sql(),
                "transaction",
                script.transaction(),
                "as",
                script.as().orElse(""),
                "repeat",
                script.repeat(),
                "deadline",
                script.deadline().toString());
    }

    private static int bytes(Object value) {
        return JsonText.of(value).getBytes(StandardCharsets.UTF_8).length;
    }
}
