package io.aurorarestore.adapter.secretsmanager;

import io.aurorarestore.model.text.Sensitive;
import java.security.SecureRandom;

/**
 * Generates passwords that RDS takes as a master password: 32 characters, none of {@code / " @ '} and no space.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBCluster.html">ModifyDBCluster</a>
 */
final class Passwords {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_";
    private static final int LENGTH = 32;

    /** A generator made here is made at run time: one in a static field would be baked into a native image. */
    Sensitive next() {
        return new Sensitive(new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString());
    }
}
