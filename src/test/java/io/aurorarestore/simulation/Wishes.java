package io.aurorarestore.simulation;

import io.aurorarestore.engine.A;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Replace;
import io.aurorarestore.model.settings.Retirement;
import java.time.Duration;
import java.util.Optional;

/** Requests, made more special than the plain ones are. */
final class Wishes {

    private static final Retirement SOON = new Retirement(Optional.of(Duration.ofMinutes(20)));

    private final SimulatedWorld world;

    Wishes(SimulatedWorld world) {
        this.world = world;
    }

    RestoreRequest plain() {
        return special(Estate.request(world.chance));
    }

    /** One more for a target, whatever else is going on there. */
    RestoreRequest forTarget(String target) {
        RestoreRequest other = Estate.request(world.others);
        return special(with(other, target, other.source(), other.replace(), other.settings()));
    }

    private RestoreRequest special(RestoreRequest plain) {
        RestoreRequest asked = plain;
        if (wanted(Kind.OWN_SNAPSHOTS)) {
            asked = ofItself(asked, saved(existing(asked.target())));
        }
        if (wanted(Kind.OWN_AUTOMATED_SNAPSHOTS)) {
            asked = ofItself(asked, savedByRds(existing(asked.target())));
        }
        if (wanted(Kind.RETIREMENTS)) {
            asked = with(asked, asked.target(), asked.source(), Replace.SWAP, soon(asked.settings()));
        }
        return asked;
    }

    private boolean wanted(Kind kind) {
        return world.shape.has(kind) && world.others.of(0.6);
    }

    private SnapshotSelector saved(String target) {
        return world.others.of(0.5)
                ? new SnapshotSelector.ById(Estate.saved(target))
                : new SnapshotSelector.Latest(target, A.HOME.region());
    }

    private static SnapshotSelector savedByRds(String target) {
        return new SnapshotSelector.ById(Estate.savedByRds(target));
    }

    private RestoreRequest ofItself(RestoreRequest asked, SnapshotSelector source) {
        Replace replace = world.others.of(0.5) ? Replace.DELETE_FIRST : asked.replace();
        return with(asked, existing(asked.target()), source, replace, asked.settings());
    }

    private static String existing(String target) {
        return Estate.EXISTING.contains(target) ? target : Estate.EXISTING.get(0);
    }

    private static ClusterSettings soon(ClusterSettings asked) {
        return ClusterSettings.builder().retirement(SOON).build().over(asked);
    }

    private static RestoreRequest with(
            RestoreRequest asked, String target, SnapshotSelector source, Replace replace, ClusterSettings settings) {
        return new RestoreRequest(target, source, asked.profile(), replace, asked.acceptDataLoss(), settings);
    }
}
