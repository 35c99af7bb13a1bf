package io.aurorarestore.port;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.model.restore.Restore;

/** What came of opening a restore. */
public sealed interface OpenResult {

    /** What is made of each outcome. */
    interface Cases<T> {

        T opened(Restore restore);

        T known(Restore restore);

        T busy(RestoreId holder);

        T secretInUse(RestoreId holder);

        T refused(RejectedRequest earlier);
    }

    <T> T answer(Cases<T> cases);

    record Opened(Restore restore) implements OpenResult {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.opened(restore);
        }
    }

    /** There is one under this id already: the same request came before. */
    record Known(Restore restore) implements OpenResult {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.known(restore);
        }
    }

    /** Another restore holds the target. */
    record Busy(RestoreId holder) implements OpenResult {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.busy(holder);
        }
    }

    /** Another restore, of another target, holds the secret of the master user. */
    record SecretInUse(RestoreId holder) implements OpenResult {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.secretInUse(holder);
        }
    }

    /** The request's key came before, and was refused: it stays so. */
    record Refused(RejectedRequest earlier) implements OpenResult {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.refused(earlier);
        }
    }
}
