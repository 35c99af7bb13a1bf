package io.aurorarestore.port;

import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import java.util.function.Function;

/** What came of opening a restore. */
public sealed interface Opening {

    <T> T fold(Function<Restore, T> opened, Function<Restore, T> known, Function<RestoreId, T> busy);

    record Opened(Restore restore) implements Opening {
        @Override
        public <T> T fold(Function<Restore, T> opened, Function<Restore, T> known, Function<RestoreId, T> busy) {
            return opened.apply(restore);
        }
    }

    /** There is one under this id already: the same request came before. */
    record Known(Restore restore) implements Opening {
        @Override
        public <T> T fold(Function<Restore, T> opened, Function<Restore, T> known, Function<RestoreId, T> busy) {
            return known.apply(restore);
        }
    }

    /** Another restore holds the target. */
    record Busy(RestoreId holder) implements Opening {
        @Override
        public <T> T fold(Function<Restore, T> opened, Function<Restore, T> known, Function<RestoreId, T> busy) {
            return busy.apply(holder);
        }
    }
}
