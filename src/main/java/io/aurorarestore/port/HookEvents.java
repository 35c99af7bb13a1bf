package io.aurorarestore.port;

import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.HookRequest;
import io.aurorarestore.model.restore.Restore;
import io.smallrye.mutiny.Uni;

/** Asks those who work for hooks, and tells them that nobody waits for them any more. Each may be told twice. */
public interface HookEvents {

    /** Fails where it could not be told. */
    Uni<Void> request(HookRequest request);

    /** Fails where it could not be told. */
    Uni<Void> cancel(Restore restore, AskedHook hook);
}
