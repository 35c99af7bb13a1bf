package io.aurorarestore.adapter.postgres;

import static com.ongres.scram.common.ScramMechanism.SCRAM_SHA_256;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.StringPreparation;
import io.aurorarestore.model.text.Sensitive;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Computes what PostgreSQL stores of a password. It is computed on our side, so that a password is never part of SQL
 * text or of a server's log.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7677">RFC 7677</a>
 */
@RegisterForReflection(classNames = "com.ongres.saslprep.SASLprep")
final class ScramVerifier {

    private static final int ITERATIONS = 4096;
    private static final int SALT_BYTES = 16;

    private ScramVerifier() {}

    static String of(Sensitive password) {
        return of(password, ScramFunctions.salt(SALT_BYTES, new SecureRandom()));
    }

    static String of(Sensitive password, byte[] salt) {
        byte[] salted = ScramFunctions.saltedPassword(
                SCRAM_SHA_256,
                StringPreparation.POSTGRESQL_PREPARATION,
                password.reveal().toCharArray(),
                salt,
                ITERATIONS);
        byte[] stored = ScramFunctions.storedKey(SCRAM_SHA_256, ScramFunctions.clientKey(SCRAM_SHA_256, salted));
        return "SCRAM-SHA-256$" + ITERATIONS + ":" + base64(salt) + "$" + base64(stored) + ":"
                + base64(ScramFunctions.serverKey(SCRAM_SHA_256, salted));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
