package io.aurorarestore.intake;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.history.Expected;
import io.aurorarestore.model.restore.BilledItem;
import io.aurorarestore.model.restore.BilledItem.Per;
import io.aurorarestore.model.restore.BilledItem.Unit;
import io.aurorarestore.model.restore.BilledItem.What;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.Attributes;
import io.aurorarestore.plan.step.SourceWarnings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what AWS would bill for a restore: of the copy, and of the new cluster; what it bills for the old one says
 * {@link OldClusterEstimate}. How large a snapshot is, RDS says; how large a cluster is, it does not.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshot.html">AllocatedStorage</a>
 */
record PlanEstimate(Restore restore, Home home, boolean copies) {

    static final String NOT_TOLD = "RDS does not say how much that is: VolumeBytesUsed in CloudWatch does";

    /** As AWS reckons. */
    private static final double HOURS_A_MONTH = 730;

    private static final double SECONDS_AN_HOUR = 3600;

    /** One that takes more than this part of a restore: a tenth. */
    private static final int LONG_STEP = 10;

    /** Nothing before it is known what is restored. */
    List<BilledItem> all() {
        return restore.outputs()
                .source()
                .map(source -> Stream.of(
                                source.snapshot().filter(found -> copies).stream()
                                        .flatMap(this::copy),
                                instances(),
                                Stream.of(storage(source)),
                                new OldClusterEstimate(restore).all())
                        .flatMap(some -> some)
                        .toList())
                .orElse(List.of());
    }

    private Stream<BilledItem> copy(Snapshot source) {
        String from = source.region();
        Stream<BilledItem> transfer = from.equals(home.region())
                ? Stream.empty()
                : Stream.of(new BilledItem(
                        What.COPY_TRANSFER,
                        Optional.empty(),
                        gib(source),
                        Unit.GIB,
                        Per.RESTORE,
                        "from " + from + " to " + home.region()));
        return Stream.concat(transfer, Stream.of(copyStorage(source)));
    }

    private BilledItem copyStorage(Snapshot source) {
        boolean passing =
                restore.cluster().archive().filter(ArchiveMode.DELETE::equals).isPresent();
        Optional<Duration> time = passing ? usually(StepName.RESTORE_CLUSTER) : Optional.empty();
        return new BilledItem(
                What.COPY_STORAGE,
                Optional.empty(),
                gib(source)
                        .map(gib -> time.map(hours -> gib.multiply(BigDecimal.valueOf(months(hours))))
                                .orElse(gib)),
                Unit.GIB_MONTH,
                time.isPresent() ? Per.RESTORE : Per.MONTH,
                passing ? "until the restore deletes it" : "until somebody deletes it");
    }

    private Stream<BilledItem> instances() {
        BilledInstances ours = new BilledInstances(
                What.NEW_INSTANCES, restore.instanceClasses(), restore.cluster().serverlessV2());
        if (restore.clearsFirst()) {
            return ours.each("in the place of the old cluster's", Optional.empty());
        }
        return restore.swaps()
                ? ours.each("beside the old cluster's, until the restore is done", usually(StepName.CREATE_INSTANCES))
                : ours.each("as long as there is the cluster", Optional.empty());
    }

    private BilledItem storage(RestoreSource source) {
        return new BilledItem(
                What.NEW_STORAGE,
                storageType(restore.cluster().attributes()),
                source.snapshot().flatMap(PlanEstimate::gib),
                Unit.GIB_MONTH,
                Per.MONTH,
                source.fold(
                        snapshot -> "at first as much as the snapshot has",
                        moment -> SourceWarnings.sharesVolume(moment) ? shared(moment) : NOT_TOLD));
    }

    /** Of the usual type RDS says nothing, or that it is {@code aurora}. */
    static Optional<String> storageType(Attributes attributes) {
        return attributes.text(Attribute.STORAGE_TYPE).filter(type -> !type.equals("aurora"));
    }

    private static String shared(ClusterMoment moment) {
        return "only what differs from " + moment.cluster().name() + ", so nothing at first";
    }

    private static Optional<BigDecimal> gib(Snapshot source) {
        return source.sizeGib().map(BigDecimal::valueOf);
    }

    /**
     * From a step to the end, in earlier restores: all that they took, less what came before. So the time of hooks is in
     * it, which is of no step. Nothing where only some of them had a long step before it, such as a copy.
     */
    private Optional<Duration> usually(StepName first) {
        Durations usual = restore.accepted().usual();
        List<StepName> before = Stream.of(StepName.values())
                .filter(step -> step.compareTo(first) < 0)
                .toList();
        return usual.expected()
                .map(Expected::median)
                .filter(whole -> usual.expected(first).isPresent())
                .filter(whole -> before.stream().noneMatch(step -> isOfSomeOnly(step, usual, whole)))
                .map(whole -> before.stream()
                        .flatMap(step -> usual.expected(step).stream())
                        .map(Expected::median)
                        .reduce(whole, Duration::minus))
                .filter(rest -> !rest.isNegative());
    }

    private static boolean isOfSomeOnly(StepName step, Durations usual, Duration whole) {
        List<Duration> took = usual.steps().getOrDefault(step, List.of());
        return took.size() < usual.whole().size()
                && took.stream().anyMatch(time -> time.multipliedBy(LONG_STEP).compareTo(whole) > 0);
    }

    private static double months(Duration time) {
        return hours(time) / HOURS_A_MONTH;
    }

    static double hours(Duration time) {
        return time.toSeconds() / SECONDS_AN_HOUR;
    }
}
