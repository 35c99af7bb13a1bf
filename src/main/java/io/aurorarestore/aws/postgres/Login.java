package io.aurorarestore.aws.postgres;

import io.aurorarestore.restore.Credentials;
import io.aurorarestore.restore.Grant;
import io.aurorarestore.restore.NamesInWords;
import io.aurorarestore.restore.Words;

/** A role as it is to be. */
record Login(Credentials credentials, Grant grant) {

    String role() {
        return credentials.username();
    }

    String words() {
        return NamesInWords.of(role()) + " (" + Words.of(grant.level()) + ")";
    }
}
