package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.RdsRegion;
import java.util.List;

/** An operation of the API: reads its parameters, all of them, before anything is done. */
@FunctionalInterface
interface Operation {

    Call read(Form form);

    /** What a request comes to, and the elements of its result. */
    @FunctionalInterface
    interface Call {
        List<Element> on(RdsRegion region);
    }
}
