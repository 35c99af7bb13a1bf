package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SnapshotLineage;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.StepOutputs;
import io.aurorarestore.model.text.NamePattern;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses the snapshot that a request asks for: of the usable ones that fit, the one with the youngest data. A copy
 * counts by the snapshot it was copied from where that can be seen, else by when it was copied, and is said to be a
 * copy.
 */
record SnapshotChoice(Home home, Restore restore, SnapshotSelector wanted) {

    /** So many sources of copies are looked up: more, and a request by date is of no use. */
    private static final int SOURCES = 5;

    List<Describe> describe() {
        String region = wanted.region(home);
        Describe description = wanted.fold(
                snapshot -> new Describe.AtSnapshot(region, snapshot),
                cluster -> new Describe.AtSnapshotsOf(region, cluster));
        return List.of(description, new Describe.AtOrigins(wanted, SOURCES));
    }

    Decision decide(Observed seen) {
        SnapshotLineage lineage = new SnapshotLineage(seen.snapshots());
        List<Snapshot> fitting = lineage.youngestFirst(
                        candidates(seen).filter(one -> wanted.admits(one, lineage.dataOf(one))))
                .toList();
        return with(fitting, ResourceState.AVAILABLE)
                .findFirst()
                .map(found -> check(found, lineage))
                .orElseGet(() -> none(fitting));
    }

    /** Not what was only looked up as the source of a copy. */
    private Stream<Snapshot> candidates(Observed seen) {
        String region = wanted.region(home);
        return wanted.fold(
                one -> seen.snapshots().stream(),
                cluster -> seen.snapshots().stream()
                        .filter(one ->
                                one.region().equals(region) && one.account().equals(home.account())));
    }

    private Decision check(Snapshot found, SnapshotLineage lineage) {
        if (!NamePattern.anyMatches(restore.settings().allowedSources(), source(found))) {
            return Decision.fail(
                    FailureCode.SOURCE_NOT_ALLOWED,
                    "The profile does not allow snapshots of cluster " + source(found) + ".");
        }
        if (!LocateSource.ENGINE.equals(found.engine())) {
            return Decision.fail(
                    FailureCode.SNAPSHOT_UNUSABLE,
                    "Snapshot " + found.id() + " is of engine " + found.engine() + ", not " + LocateSource.ENGINE
                            + ".");
        }
        if (!found.region().equals(home.region()) && !home.partition().copiesBetweenRegions()) {
            return Decision.fail(
                    FailureCode.SNAPSHOT_UNUSABLE,
                    "Snapshot " + found.id() + " is in region " + found.region() + ", and partition "
                            + home.partition().id() + " copies no snapshots between its regions: restore it there.");
        }
        StepOutputs outputs = restore.outputs().withSource(found).withDataOf(dataOf(found, lineage));
        return Decision.done(
                "found " + found.arn() + ", created " + found.createdAt()
                        + outputs.provenance().map(from -> ", " + from).orElse(""),
                now -> now.with(now.outputs().withSource(found).withDataOf(outputs.dataOf())));
    }

    /** Of a copy, where it is known. */
    private static Optional<Instant> dataOf(Snapshot found, SnapshotLineage lineage) {
        return found.copiedFrom().isPresent() && lineage.isKnown(found)
                ? Optional.of(lineage.dataOf(found))
                : Optional.empty();
    }

    /** A cluster of another account goes by both: names there are not ours to trust. */
    private String source(Snapshot found) {
        return found.account().equals(home.account()) ? found.cluster() : found.account() + "/" + found.cluster();
    }

    private Decision none(List<Snapshot> fitting) {
        return with(fitting, ResourceState.CHANGING)
                .findFirst()
                .map(early -> Decision.await(
                        "snapshot " + early.id() + " is " + early.status() + " at " + early.percent() + " %",
                        UsualPace.SNAPSHOT))
                .orElseGet(() -> fitting.isEmpty()
                        ? Decision.fail(
                                FailureCode.SNAPSHOT_NOT_FOUND,
                                "There is no such snapshot: " + wanted.description() + ".")
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
