package io.aurorarestore.engine;

import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.port.RejectedRequests;
import io.aurorarestore.port.Restores;

class InMemoryRestoresTest extends RestoresContract {

    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);

    @Override
    protected RejectedRequests refusals() {
        return store;
    }

    @Override
    protected Durations durations(RestoreRequest request) {
        return store.durations(request);
    }

    @Override
    protected Restores store() {
        return store;
    }
}
