package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.QueryOperation;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.SimulatedRds;
import software.amazon.awssdk.services.rds.model.RdsResponse;

/** An operation of the API: reads its parameters, all of them, before anything is done. */
@FunctionalInterface
interface Operation {

    Call read(Form form);

    /** What a request comes to in its region. */
    @FunctionalInterface
    interface Call {
        RdsResponse.Builder on(RdsRegion region);
    }

    default QueryOperation of(SimulatedRds rds) {
        return form -> {
            Call call = read(form);
            return request -> call.on(rds.region(request.region())).build();
        };
    }
}
