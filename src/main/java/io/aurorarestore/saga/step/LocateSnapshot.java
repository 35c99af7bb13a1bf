package io.aurorarestore.saga.step;

import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.NamePattern;
import io.aurorarestore.restore.ResourceState;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Snapshot;
import io.aurorarestore.restore.SnapshotSelector;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Look;
import io.aurorarestore.saga.Observed;
import io.aurorarestore.saga.Pace;
import io.aurorarestore.saga.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the snapshot that the request means: the newest usable one of those that fit. */
public record LocateSnapshot(Home home) implements Step {

    private static final String ENGINE = "aurora-postgresql";

    @Override
    public StepName name() {
        return StepName.LOCATE_SNAPSHOT;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(2);
    }

    @Override
    public List<Look> looks(Restore restore) {
        SnapshotSelector source = restore.order().request().source();
        String region = source.region(home);
        Look look = source.fold(
                snapshot -> new Look.AtSnapshot(region, snapshot), cluster -> new Look.AtSnapshotsOf(region, cluster));
        return List.of(look);
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        SnapshotSelector wanted = restore.order().request().source();
        List<Snapshot> fitting = seen.snapshots().stream()
                .filter(wanted::admits)
                .sorted(Comparator.comparing(Snapshot::createdAt).reversed())
                .toList();
        return with(fitting, ResourceState.AVAILABLE)
                .findFirst()
                .map(found -> check(restore, found))
                .orElseGet(() -> none(wanted, fitting));
    }

    private Decision check(Restore restore, Snapshot found) {
        if (!NamePattern.anyMatches(restore.settings().allowedSources(), source(found))) {
            return Decision.fail(
                    FailureCode.SOURCE_NOT_ALLOWED,
                    "The profile does not allow snapshots of cluster " + source(found) + ".");
        }
        if (!ENGINE.equals(found.engine())) {
            return Decision.fail(
                    FailureCode.SNAPSHOT_UNUSABLE,
                    "Snapshot " + found.id() + " is of engine " + found.engine() + ", not " + ENGINE + ".");
        }
        return Decision.done(
                "found " + found.arn() + ", created " + found.createdAt(),
                now -> now.with(now.findings().withSource(found)));
    }

    /** A cluster of another account goes by both: names there are not ours to trust. */
    private String source(Snapshot found) {
        return found.account().equals(home.account()) ? found.cluster() : found.account() + "/" + found.cluster();
    }

    private static Decision none(SnapshotSelector wanted, List<Snapshot> fitting) {
        return with(fitting, ResourceState.CHANGING)
                .findFirst()
                .map(early -> Decision.await(
                        "snapshot " + early.id() + " is " + early.status() + " at " + early.percent() + " %",
                        Pace.STEADY))
                .orElseGet(() -> fitting.isEmpty()
                        ? Decision.fail(
                                FailureCode.SNAPSHOT_NOT_FOUND, "There is no such snapshot: " + wanted.words() + ".")
                        : unusable(fitting.get(0)));
    }

    private static Decision unusable(Snapshot newest) {
        return Decision.fail(
                FailureCode.SNAPSHOT_UNUSABLE, "Snapshot " + newest.arn() + " is " + newest.status() + ".");
    }

    private static Stream<Snapshot> with(List<Snapshot> snapshots, ResourceState state) {
        Predicate<Snapshot> inState = one -> one.state() == state;
        return snapshots.stream().filter(inState);
    }
}
