package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies snapshots, of this region or another, to this region.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-copy-snapshot.html">Copying</a>
 */
final class SnapshotCopying {

    private static final String OPERATION = "CopyDBClusterSnapshot";

    private final RegionState site;

    SnapshotCopying(RegionState site) {
        this.site = site;
    }

    SnapshotState copy(SnapshotCopy request) {
        SnapshotState source = source(request.source());
        Arn arn = NameChecks.snapshot(site, "TargetDBClusterSnapshotIdentifier", request.target());
        String key = key(source, request.kmsKeyId());
        checkRoom();
        SnapshotState copy = begun(source, arn, key, request);
        site.directory().addCopy(copy);
        var data = source.using(site.directory()
                .left(arn)
                .thenCompose(free -> site.data().copy(source.arn().toString(), arn.toString())));
        new SnapshotProgress(site, copy).run(OPERATION, duration(source), data, this::copied);
        return copy;
    }

    private SnapshotState source(String idOrArn) {
        ResourceIndex home = Arn.parse(idOrArn)
                .map(arn -> site.world().directory(arn.region()))
                .orElse(site.directory());
        SnapshotState source = home.snapshot(idOrArn);
        if (!source.status().is(ResourceStatus.AVAILABLE)) {
            throw RdsRefusals.snapshotState("The source snapshot %s is in the %s state; it must be available."
                    .formatted(source.arn().id(), source.status()));
        }
        return source;
    }

    private @Nullable String key(SnapshotState source, @Nullable String asked) {
        if (!source.volume().encrypted() && asked != null) {
            throw RdsError.invalidValue("You cannot encrypt an unencrypted cluster snapshot by copying it.");
        }
        if (!source.volume().encrypted()) {
            return null;
        }
        boolean keepable = !fromElsewhere(source) && !source.type().equals(SnapshotState.SHARED);
        if (asked == null && !keepable) {
            throw RdsError.invalidCombination(
                    "KmsKeyId is required to copy an encrypted snapshot from another Region or account.");
        }
        return asked == null ? source.volume().kmsKeyId() : Keys.resolve(site, asked);
    }

    private void checkRoom() {
        int most = site.quotas().copiesInProgress();
        if (site.directory().copies() >= most) {
            throw RdsRefusals.snapshotQuota("Cannot copy more than %d snapshots across regions".formatted(most));
        }
    }

    private SnapshotState begun(SnapshotState source, Arn arn, @Nullable String key, SnapshotCopy request) {
        Map<String, String> tags = new TreeMap<>(request.copyTags() ? source.tags() : Map.of());
        tags.putAll(Tags.checked(request.tags()));
        return new SnapshotState(
                arn,
                source.origin(),
                SnapshotState.MANUAL,
                site.world().now(),
                source.volume().withKey(key),
                source.arn().toString(),
                new ResourceStatus(site.world(), ResourceStatus.COPYING),
                tags);
    }

    private boolean fromElsewhere(SnapshotState source) {
        return !source.arn().region().equals(site.region());
    }

    private Duration duration(SnapshotState source) {
        return fromElsewhere(source)
                ? site.durations().copyAcrossRegions()
                : site.durations().copyWithinRegion();
    }

    private void copied(SnapshotState copy) {
        if (site.world().options().copyEvent()) {
            site.say(EventKind.SNAPSHOT_CREATED, copy);
        }
    }
}
