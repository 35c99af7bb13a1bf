package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.request.ClusterSelector;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.NamePattern;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses the cluster, and the moment, whose data a request asks for. The latest restorable time is made a time of its
 * own here: the plan can say it, and a call that is made twice gives the same data.
 */
record ClusterChoice(Home home, Restore restore, ClusterSelector wanted) {

    List<Describe> describe() {
        return List.of(new Describe.AtSource(wanted.cluster(), wanted.isClone()));
    }

    Decision decide(Observed seen) {
        return seen.sources().stream()
                .filter(one -> !one.deleted() || wanted.cluster().byResourceId())
                .findFirst()
                .map(this::check)
                .orElseGet(() -> none(seen.sources()));
    }

    private Decision check(SourceCluster found) {
        if (!NamePattern.anyMatches(restore.settings().allowedSources(), found.name())) {
            return Decision.fail(
                    FailureCode.SOURCE_NOT_ALLOWED, "The profile does not allow cluster " + found.name() + ".");
        }
        ClusterMoment moment = new ClusterMoment(found, at(found), newKey(found));
        return SourceChecks.inTheWay(moment).orElseGet(() -> located(moment));
    }

    private static Decision located(ClusterMoment moment) {
        return Decision.done(
                "found " + moment.arn() + " (" + moment.cluster().resourceId() + "), "
                        + moment.at().map(at -> "data of " + at).orElse("to be cloned as it is then"),
                now -> now.with(now.outputs().withSource(moment)));
    }

    private Optional<Instant> at(SourceCluster found) {
        return wanted instanceof PointInTime point
                ? point.at().or(() -> latest(found)).or(() -> Optional.of(Instant.EPOCH))
                : Optional.empty();
    }

    /** In whole seconds, for RDS documents no others, but where the backups hold no whole one yet. */
    private static Optional<Instant> latest(SourceCluster found) {
        return found.latest().map(last -> {
            Instant whole = last.truncatedTo(ChronoUnit.SECONDS);
            boolean held = found.earliest().filter(whole::isBefore).isEmpty();
            return held && !found.deleted() ? whole : last;
        });
    }

    /** A clone has its source's key, and what is not encrypted gets none. */
    private Optional<String> newKey(SourceCluster found) {
        return restore.settings()
                .asked()
                .kmsKeyId()
                .filter(key -> !wanted.isClone() && found.encrypted())
                .filter(key -> !found.kmsKeyId().equals(Optional.of(key)));
    }

    private Decision none(List<SourceCluster> deleted) {
        String where = "There is no cluster " + wanted.cluster().value() + " in " + home.region();
        if (deleted.isEmpty()) {
            return Decision.fail(
                    FailureCode.SOURCE_NOT_FOUND,
                    where + ", nor are automated backups of a deleted one kept. A final snapshot may be there.");
        }
        return Decision.fail(
                FailureCode.SOURCE_NOT_FOUND,
                where + " any more. Automated backups of it are kept: ask for "
                        + deleted.stream()
                                .map(one -> "{\"resourceId\": \"" + one.resourceId() + "\", \"at\": …} (" + one.window()
                                        + ")")
                                .collect(Collectors.joining(" or "))
                        + ".");
    }
}
