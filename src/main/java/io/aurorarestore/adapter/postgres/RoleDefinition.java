package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.settings.Grant;

/** A PostgreSQL role as it is to be. */
record RoleDefinition(Credentials credentials, Grant grant) {

    String role() {
        return credentials.username();
    }
}
