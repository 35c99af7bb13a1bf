package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.text.EnumText;
import io.aurorarestore.model.text.NameList;

/** A PostgreSQL role as it is to be. */
record RoleDefinition(Credentials credentials, Grant grant) {

    String role() {
        return credentials.username();
    }

    String description() {
        return NameList.of(role()) + " (" + EnumText.of(grant.level()) + ")";
    }
}
