package io.aurorarestore.local.services.secrets;

import java.time.Instant;

/** @param id the ClientRequestToken it was put with */
record StoredSecretVersion(String id, StoredSecretValue value, Instant created) {}
