package io.aurorarestore.model;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * The id of one restore: twelve lower-case letters and digits, fit for every RDS identifier.
 *
 * <p>It is derived from the request's idempotency key, so that a request delivered twice opens one restore.
 */
public record RestoreId(String value) {

    private static final int LENGTH = 12;
    private static final Pattern VALID = Pattern.compile("[a-z0-9]{" + LENGTH + "}");

    /** @throws IllegalArgumentException if the value is not an id of ours */
    public RestoreId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a restore id: " + value);
        }
    }

    /** The id that belongs to an idempotency key. */
    public static RestoreId of(String idempotencyKey) {
        return of(idempotencyKey.getBytes(StandardCharsets.UTF_8));
    }

    /** The id of something of this restore's own. No key leads to it: no text has these bytes. */
    public RestoreId derived(String what) {
        byte[] description = ("-" + value + "/" + what).getBytes(StandardCharsets.UTF_8);
        description[0] = (byte) 0xff;
        return of(description);
    }

    private static RestoreId of(byte[] key) {
        String digits = new BigInteger(1, sha256(key)).toString(36);
        return new RestoreId(digits.substring(digits.length() - LENGTH));
    }

    public static boolean isValid(String value) {
        return VALID.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }

    private static byte[] sha256(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
