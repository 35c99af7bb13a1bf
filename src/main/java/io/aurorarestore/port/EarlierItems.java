package io.aurorarestore.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Rewrites what an earlier version has stored, where that is slower to read than what this version stores. */
public interface EarlierItems {

    /**
     * Rewrites what is left of it, and notes once nothing is: from then on nobody looks for it any more.
     *
     * @param until nothing more is begun after that: the rest is left to the next time
     * @return how many restores were rewritten
     */
    Uni<Integer> rewrite(Instant until);
}
