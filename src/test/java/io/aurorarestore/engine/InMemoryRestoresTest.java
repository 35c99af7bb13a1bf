package io.aurorarestore.engine;

import io.aurorarestore.port.Refusals;
import io.aurorarestore.port.Restores;

class InMemoryRestoresTest extends RestoresContract {

    private final InMemoryRestores store = new InMemoryRestores(A.HOME);

    @Override
    protected Refusals refusals() {
        return store;
    }

    @Override
    protected Restores store() {
        return store;
    }
}
