package io.aurorarestore.simulation;

import io.aurorarestore.port.Workflows;
import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.Sender;
import io.aurorarestore.restore.Sensitive;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Workflows that wait for restores, each with a token of its own. */
final class SimulatedWorkflows implements Workflows {

    private static final String TOKEN = SimulatedSecrets.MARK + "-token-of-";

    private final SimulatedWorld world;
    private final Set<String> ended = new HashSet<>();

    SimulatedWorkflows(SimulatedWorld world) {
        this.world = world;
    }

    /** Every second request is a workflow's. */
    Sender sender(String key, String by) {
        boolean waits = key.hashCode() % 2 == 0;
        return new Sender(key, by, waits ? Optional.of(new Sensitive(TOKEN + key)) : Optional.empty());
    }

    boolean heardTheEnd(Sensitive token) {
        return ended.contains(token.reveal());
    }

    @Override
    public Uni<Void> end(Sensitive taskToken, Announcement announcement) {
        return Uni.createFrom().voidItem().invoke(() -> {
            world.mustNotTell(announcement);
            ended.add(taskToken.reveal());
        });
    }

    @Override
    public Uni<Void> heartbeat(Sensitive taskToken) {
        return Uni.createFrom().voidItem();
    }
}
