package io.aurorarestore.port;

import io.aurorarestore.model.restore.RejectedRequest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Stores requests that were not accepted: in the audit trail, and under their keys. */
public interface RejectedRequests {

    /**
     * The refusal that stands under a key.
     *
     * @param told whether somebody heard of it
     */
    record Standing(RejectedRequest refusal, boolean told) {

        /** It is the same message once more. */
        public boolean settles(RejectedRequest later) {
            return told && refusal.delivery().equals(later.delivery());
        }
    }

    /** What was refused under a key before, if anything was. */
    Uni<Optional<Standing>> standing(String key);

    /**
     * Remembers and audits a refusal, unless one stands under its key. Where a restore was opened under it meanwhile, by
     * the same message once more, there is nothing to refuse: that is settled.
     */
    Uni<Standing> remember(RejectedRequest refusal);

    /** Notes that it was told. */
    Uni<Void> told(RejectedRequest refusal);

    /** Audits a refusal that the asker heard of at once: the key stays free. */
    Uni<Void> note(RejectedRequest refusal);
}
