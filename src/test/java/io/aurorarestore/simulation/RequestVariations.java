package io.aurorarestore.simulation;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.PageRequest;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.request.ClusterSelector;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.request.SourceSelector;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import java.time.Duration;
import java.util.Optional;

/** Requests, made more special than the plain ones are. */
final class RequestVariations {

    private static final Retirement SOON = new Retirement(Optional.of(Duration.ofMinutes(20)));

    private final SimulatedWorld world;

    RequestVariations(SimulatedWorld world) {
        this.world = world;
    }

    RestoreRequest plain() {
        return special(InitialEstate.request(world.chance));
    }

    /** One more for a target, whatever else is going on there. */
    RestoreRequest forTarget(String target) {
        RestoreRequest other = InitialEstate.request(world.others);
        return special(with(other, target, other.source(), other.replace(), other.settings()));
    }

    private RestoreRequest special(RestoreRequest plain) {
        RestoreRequest asked = plain;
        if (wanted(DisturbanceKind.OWN_SNAPSHOTS)) {
            asked = ofItself(asked, saved(existing(asked.target())));
        }
        if (wanted(DisturbanceKind.OWN_AUTOMATED_SNAPSHOTS)) {
            asked = ofItself(asked, savedByRds(existing(asked.target())));
        }
        if (wanted(DisturbanceKind.OWN_MOMENTS)) {
            asked = ofItself(asked, moment(existing(asked.target())));
        }
        if (wanted(DisturbanceKind.DELETED_SOURCES)) {
            asked = with(asked, asked.target(), deleted(), asked.replace(), asked.settings());
        }
        if (wanted(DisturbanceKind.CERTIFICATES)) {
            asked = with(asked, asked.target(), asked.source(), asked.replace(), renewing(asked.settings()));
        }
        if (wanted(DisturbanceKind.KEPT_NAMES)) {
            asked = with(asked, asked.target(), asked.source(), asked.replace(), keepingNames(asked.settings()));
        }
        if (wanted(DisturbanceKind.RETIREMENTS)) {
            asked = with(asked, asked.target(), asked.source(), ReplaceMode.SWAP, soon(asked.settings()));
        }
        if (world.shape.has(DisturbanceKind.SCARCE_CLASSES) && world.apart.of(0.4)) {
            asked = with(
                    asked,
                    asked.target(),
                    asked.source(),
                    asked.replace(),
                    ScarceClasses.asking(asked.settings(), world.apart));
        }
        return asked;
    }

    private boolean wanted(DisturbanceKind kind) {
        return world.shape.has(kind) && world.others.of(0.6);
    }

    private SnapshotSelector saved(String target) {
        return world.others.of(0.5)
                ? new SnapshotSelector.ById(InitialEstate.saved(target))
                : new SnapshotSelector.Latest(target, TestData.HOME.region());
    }

    private SourceSelector moment(String target) {
        ClusterKey itself = ClusterKey.named(target);
        return world.others.of(0.5)
                ? new ClusterSelector.PointInTime(itself, Optional.empty())
                : new ClusterSelector.CopyOnWrite(itself);
    }

    private SourceSelector deleted() {
        String id = world.home.rds().backups().describe(InitialEstate.GONE, null, PageRequest.FIRST).items().stream()
                .findFirst()
                .orElseThrow()
                .cluster()
                .resourceId();
        return new ClusterSelector.PointInTime(ClusterKey.ofResource(id), Optional.empty());
    }

    private static SnapshotSelector savedByRds(String target) {
        return new SnapshotSelector.ById(InitialEstate.savedByRds(target));
    }

    private RestoreRequest ofItself(RestoreRequest asked, SourceSelector source) {
        ReplaceMode replace = world.others.of(0.5) ? ReplaceMode.DELETE_FIRST : asked.replace();
        return with(asked, existing(asked.target()), source, replace, asked.settings());
    }

    private static String existing(String target) {
        return InitialEstate.EXISTING.contains(target) ? target : InitialEstate.EXISTING.get(0);
    }

    private static ClusterSettings soon(ClusterSettings asked) {
        return ClusterSettings.builder()
                .with(ClusterSetting.RETIREMENT, SOON)
                .build()
                .over(asked);
    }

    private static ClusterSettings renewing(ClusterSettings asked) {
        return ClusterSettings.builder()
                .with(ClusterSetting.CERTIFICATE, Certificate.RENEW)
                .build()
                .over(asked);
    }

    private static ClusterSettings keepingNames(ClusterSettings asked) {
        return ClusterSettings.builder()
                .attribute(Attribute.INSTANCE_NAMES, "keep")
                .build()
                .over(asked);
    }

    private static RestoreRequest with(
            RestoreRequest asked, String target, SourceSelector source, ReplaceMode replace, ClusterSettings settings) {
        return new RestoreRequest(target, source, asked.profile(), replace, asked.acceptDataLoss(), settings);
    }
}
