package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.text.EnumText;
import io.aurorarestore.model.text.NameList;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells people in one line what was done in the databases.
 *
 * @param applied what is told of the scripts of each
 */
record ConfigurationReport(DatabaseSettings settings, List<DatabaseRoles> databases, List<List<String>> applied) {

    String description(List<String> warnings) {
        List<String> description = new ArrayList<>();
        List<String> ready = databases.stream()
                .flatMap(one -> one.roles().stream().map(role -> ready(role, one.database())))
                .toList();
        tell(description, DatabaseRoles.names(databases).size() + " role(s) ready", ready);
        tell(description, "dropped", settings.dropRoles());
        tell(description, "locked", settings.lockRoles());
        settings.keepRoles().ifPresent(kept -> description.add(keeping(kept)));
        for (int at = 0; at < applied.size(); at++) {
            tell(description, "applied" + where(databases.get(at).database()), applied.get(at));
        }
        String done = description.isEmpty() ? "0 role(s) ready" : String.join("; ", description);
        return warnings.isEmpty() ? done : done + ". " + String.join(" ", warnings);
    }

    private String ready(RoleDefinition role, OneDatabase database) {
        return NameList.of(role.role()) + " (" + EnumText.of(role.grant().level()) + where(database) + ")";
    }

    private String where(OneDatabase database) {
        return settings.others().isEmpty() ? "" : " in " + NameList.of(database.name());
    }

    private static String keeping(List<String> kept) {
        return "locked all other roles" + (kept.isEmpty() ? "" : " but " + NameList.of(kept));
    }

    private static void tell(List<String> description, String what, List<String> names) {
        if (!names.isEmpty()) {
            description.add(what + ": " + NameList.of(names));
        }
    }
}
