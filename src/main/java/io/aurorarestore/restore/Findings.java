package io.aurorarestore.restore;

import java.util.Optional;

/**
 * What the steps found out and later steps build on.
 *
 * @param source the snapshot that the request means
 * @param usable the snapshot to restore from: the source or our copy of it
 * @param endpoint where the restored cluster answers now
 */
public record Findings(Optional<Snapshot> source, Optional<Snapshot> usable, Optional<Endpoint> endpoint) {

    public static final Findings NONE = new Findings(Optional.empty(), Optional.empty(), Optional.empty());

    public Findings withSource(Snapshot found) {
        return new Findings(Optional.of(found), usable, endpoint);
    }

    public Findings withUsable(Snapshot found) {
        return new Findings(source, Optional.of(found), endpoint);
    }

    public Findings withEndpoint(Endpoint found) {
        return new Findings(source, usable, Optional.of(found));
    }
}
