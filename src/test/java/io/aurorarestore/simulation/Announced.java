package io.aurorarestore.simulation;

import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What people were told. */
final class Announced {

    private final SimulatedWorld world;
    private final Map<RestoreId, Set<String>> told = new HashMap<>();

    Announced(SimulatedWorld world) {
        this.world = world;
    }

    Uni<Void> announce(Announcement news) {
        return Uni.createFrom().voidItem().invoke(() -> told(news));
    }

    /** Only what is committed may be told: told first, it could still come to something else. */
    private void told(Announcement news) {
        RestoreId id = news.restoreId().orElseThrow();
        world.referee.must(
                world.restores.news(id).contains(news.messageId()),
                () -> "announced, but not committed: " + news.messageId());
        world.mustNotTell(news);
        told.computeIfAbsent(id, none -> new HashSet<>()).add(news.messageId());
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
