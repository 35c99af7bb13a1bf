package io.aurorarestore.local.rds;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Ids that RDS makes up: the same ones in the same order from the same random source. */
final class Ids {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26;
    private static final String SIGNS = LETTERS + LETTERS.toLowerCase(Locale.ROOT) + "!#$%&*()-_=+";
    private static final int PASSWORD_LENGTH = 32;

    private final Random random;

    Ids(Random random) {
        this.random = random;
    }

    /** For instance {@code cluster-5XCFWWBZAM7RNZ3SPV4K2KIQAM}. */
    String resource(String kind) {
        StringBuilder id = new StringBuilder(kind).append('-');
        random.ints(LENGTH, 0, LETTERS.length()).mapToObj(LETTERS::charAt).forEach(id::append);
        return id.toString();
    }

    /** One that RDS makes up itself. */
    String password() {
        StringBuilder password = new StringBuilder();
        random.ints(PASSWORD_LENGTH, 0, SIGNS.length()).mapToObj(SIGNS::charAt).forEach(password::append);
        return password.toString();
    }

    String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
