package io.aurorarestore.aws.dynamodb;

import io.aurorarestore.restore.Restore;

/** Restores as the table holds them, for tests elsewhere. */
public final class StoredRestores {

    private StoredRestores() {}

    public static String write(Restore restore) {
        return RestoreCodec.write(restore);
    }

    public static Restore read(String stored) {
        return RestoreCodec.read(stored);
    }
}
