package io.aurorarestore.simulation;

import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.Workflows;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workflows that wait for restores, each with a token of its own. */
final class SimulatedWorkflows implements Workflows {

    private static final String TOKEN = SimulatedSecrets.MARK + "-token-of-";

    private final SimulatedWorld world;
    final Map<String, Announcement> ended = new HashMap<>();
    final List<String> heartbeats = new ArrayList<>();

    SimulatedWorkflows(SimulatedWorld world) {
        this.world = world;
    }

    /** Every second request is a workflow's. */
    Sender sender(String key, String by) {
        boolean waits = key.hashCode() % 2 == 0;
        return new Sender(key, by, waits ? Optional.of(new Sensitive(TOKEN + key)) : Optional.empty());
    }

    boolean heardTheEnd(Sensitive token) {
        return ended.containsKey(token.reveal());
    }

    @Override
    public Uni<Void> end(Sensitive taskToken, Announcement announcement) {
        return Uni.createFrom().voidItem().invoke(() -> {
            world.mustNotTell(announcement);
            ended.putIfAbsent(taskToken.reveal(), announcement);
        });
    }

    @Override
    public Uni<Void> heartbeat(Sensitive taskToken) {
        return Uni.createFrom().voidItem().invoke(() -> heartbeats.add(taskToken.reveal()));
    }
}
