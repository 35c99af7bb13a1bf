package io.aurorarestore.simulation;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.NotificationTopic;
import io.aurorarestore.notification.StateChange;
import io.aurorarestore.port.Untold;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people were told. */
final class Announced {

    private final SimulatedWorld world;
    final List<Announcement> ends = new ArrayList<>();
    final List<Announcement> news = new ArrayList<>();
    final List<StateChange> changes = new ArrayList<>();
    private final Map<RestoreId, Set<String>> told = new HashMap<>();

    Announced(SimulatedWorld world) {
        this.world = world;
    }

    Uni<Void> announce(Announcement one) {
        return Uni.createFrom().voidItem().invoke(() -> told(one));
    }

    Uni<List<Untold>> change(List<StateChange> some) {
        return Uni.createFrom().item(() -> {
            some.forEach(world::mustNotTell);
            changes.addAll(some);
            return List.of();
        });
    }

    /** Of an end only what is committed may be told: told first, it could still come to something else. */
    private void told(Announcement one) {
        world.mustNotTell(one);
        if (one.topic() == NotificationTopic.STATUS) {
            news.add(one);
            return;
        }
        RestoreId id = one.restoreId().orElseThrow();
        world.referee.must(
                world.restores.news(id).contains(one.messageId()),
                () -> "announced, but not committed: " + one.messageId());
        ends.add(one);
        told.computeIfAbsent(id, none -> new HashSet<>()).add(one.messageId());
    }

    /** Only what was told may be written down as told. */
    void mustKnow(Restore ended) {
        String messageId = Announcement.endOf(ended).messageId();
        world.referee.must(
                about(ended.id()).contains(messageId), () -> "taken for announced, but never was: " + messageId);
    }

    Set<String> about(RestoreId id) {
        return told.getOrDefault(id, Set.of());
    }
}
