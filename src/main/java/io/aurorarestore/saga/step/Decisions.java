package io.aurorarestore.saga.step;

import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Pace;

/** Decisions that several steps come to. */
final class Decisions {

    /** RDS's answers may be a little old: so often is a thing looked for before it is taken to be gone. */
    private static final int SURE = 3;

    private Decisions() {}

    /** The restored cluster was there, and is not any more. */
    static Decision stagingGone(Restore restore) {
        String staging = restore.names().staging();
        return restore.progress().checkIns() < SURE
                ? Decision.await("cluster " + staging + " to be seen", Pace.SOON)
                : Decision.fail(FailureCode.GONE, "Cluster " + staging + " was removed while it was worked on.");
    }

    /** Somebody else's resource has the name of ours: it is not ours, and never was. */
    static Decision nameTaken(String kind, String name, String arn) {
        return Decision.fail(
                FailureCode.NAME_TAKEN,
                "A " + kind + " " + name + " exists that this restore did not make.",
                now -> now.with(now.footprint().minus(arn)));
    }
}
