package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.CallTally;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what AWS was asked for restores since their last audit entries: a look that finds nothing writes nothing, so the next
 * entry says it, where this process writes it. Nothing hangs on it.
 */
final class CallTallies {

    /** Of those that were looked at last. */
    private static final int MOST = 200;

    private final Map<RestoreId, CallTally> all = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RestoreId, CallTally> eldest) {
            return size() > MOST;
        }
    };

    synchronized CallTally of(RestoreId id) {
        return all.computeIfAbsent(id, fresh -> new CallTally());
    }
}
