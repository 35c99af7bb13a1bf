package io.aurorarestore.local.rds;

import java.util.Random;
import java.util.UUID;

/** Ids that RDS makes up: the same ones in the same order from the same random source. */
final class Ids {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26;

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

    String event() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
