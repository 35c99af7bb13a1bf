package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * What a call asks of RDS's management of the master password.
 *
 * @param on whether RDS is to make the password and keep it in a secret; null leaves it as it is
 * @param kmsKeyId encrypts the secret, or null for Secrets Manager's own
 */
public record ManagedPassword(
        @Nullable Boolean on, @Nullable String kmsKeyId) {

    public static final ManagedPassword AS_IT_IS = new ManagedPassword(null, null);

    boolean starts() {
        return Boolean.TRUE.equals(on);
    }

    boolean ends() {
        return Boolean.FALSE.equals(on);
    }
}
