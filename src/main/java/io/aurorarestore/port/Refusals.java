package io.aurorarestore.port;

import io.aurorarestore.restore.Refusal;
import io.smallrye.mutiny.Uni;

/** Requests that were not accepted: in the audit trail, and remembered under their keys. */
public interface Refusals {

    /**
     * The refusal that stands under a key.
     *
     * @param told whether somebody heard of it
     */
    record Standing(Refusal refusal, boolean told) {

        /** It is the same message once more. */
        public boolean settles(Refusal later) {
            return told && refusal.delivery().equals(later.delivery());
        }
    }

    /** Remembers and audits a refusal, unless one stands under its key. */
    Uni<Standing> remember(Refusal refusal);

    /** Notes that it was told. */
    Uni<Void> told(Refusal refusal);

    /** Audits a refusal that the asker heard of at once: the key stays free. */
    Uni<Void> note(Refusal refusal);
}
