package io.aurorarestore.adapter.secretsmanager;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The value that a new secret holds before its restore is through. Secrets Manager makes a secret's first version the
 * current one whatever is asked for, so this is the first version, and the password the second.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html">PutSecretValue</a>
 */
final class Placeholder {

    static final String TEXT =
            "{\"auroraRestore\":\"No restore has been completed yet, so there is no password to be had here.\"}";

    /** The same in every secret: by it a secret that was never used is known without being read. */
    static final String VERSION =
            UUID.nameUUIDFromBytes(TEXT.getBytes(StandardCharsets.UTF_8)).toString();

    private Placeholder() {}
}
