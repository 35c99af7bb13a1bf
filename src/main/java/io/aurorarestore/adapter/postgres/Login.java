package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.text.NamesInWords;
import io.aurorarestore.model.text.Words;

/** A role as it is to be. */
record Login(Credentials credentials, Grant grant) {

    String role() {
        return credentials.username();
    }

    String words() {
        return NamesInWords.of(role()) + " (" + Words.of(grant.level()) + ")";
    }
}
