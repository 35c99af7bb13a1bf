package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.settings.OneDatabase;
import java.util.List;

/** What is done in one database, and the roles that get rights in it. */
record DatabaseRoles(OneDatabase database, List<RoleDefinition> roles) {

    /** One of which a profile says nothing. */
    static DatabaseRoles none(String database) {
        return new DatabaseRoles(new OneDatabase(database, List.of(), List.of(), List.of()), List.of());
    }

    String name() {
        return database.name();
    }

    /** Of the cluster's roles, each once. */
    static List<String> names(List<DatabaseRoles> all) {
        return all.stream()
                .flatMap(one -> one.roles().stream())
                .map(RoleDefinition::role)
                .distinct()
                .toList();
    }
}
