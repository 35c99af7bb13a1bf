package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.InstanceSettings;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks for all that would make the restore fail later, before anything is touched, and tells it at once. Remembers
 * the cluster that has the target's name. The secrets are read by the database function, which alone may.
 */
public final class Preflight extends DatabaseStep {

    /** So long it waits for other restores to make room. */
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    private final Home home;

    public Preflight(Home home) {
        this.home = home;
    }

    @Override
    public StepName name() {
        return StepName.PREFLIGHT;
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(20);
    }

    /** Nothing before the database function's part is done: it is asked for first. */
    @Override
    public List<Describe> describe(Restore restore) {
        List<Describe> result = super.describe(restore);
        Describe afterwards = new Describe.OnceReported(surroundings(restore));
        return result.isEmpty()
                ? result
                : Stream.concat(result.stream(), Stream.of(afterwards)).toList();
    }

    /** What a dry run looks at, too. */
    public List<Describe> surroundings(Restore restore) {
        List<Describe> describe = new ArrayList<>();
        describe.add(new Describe.AtCluster(restore.target()));
        describe.add(new Describe.AtCluster(restore.names().setAside()));
        if (restore.replace() != ReplaceMode.REFUSE) {
            describe.add(new Describe.AtInstancesOf(restore.target()));
        }
        describe.add(new Describe.AtSurroundings(seen -> query(restore, seen)));
        describe.add(new Describe.OnlyIf(
                seen -> checks(restore, seen).lacksRoom(), List.of(new Describe.AtOthers(restore.id()))));
        if (!restore.managedSecret()) {
            describe.add(new Describe.AtMasterSecret(restore.masterSecret()));
        }
        return describe;
    }

    private TargetDependencies.Query query(Restore restore, Observed seen) {
        Restore informed = informed(restore, seen);
        ClusterSettings wanted = informed.cluster();
        return new TargetDependencies.Query(
                restore.target(),
                restore.replace() == ReplaceMode.REFUSE
                        ? Optional.empty()
                        : Optional.of(home.clusterArn(restore.target())),
                wanted.subnetGroup(),
                wanted.clusterParameterGroup(),
                instances(informed, ClusterSettings::instanceParameterGroup),
                Optional.of(product(informed, seen)),
                false);
    }

    private static TargetDependencies.Product product(Restore restore, Observed seen) {
        RestoreSource source = restore.outputs().source().orElseThrow();
        return new TargetDependencies.Product(
                source.engine(),
                restore.engineVersion(),
                Set.copyOf(restore.instanceClasses()),
                instances(restore, ClusterSettings::caCertificate),
                OfferingChecks.capabilities(restore),
                source.moment()
                        .filter(ClusterMoment::isClone)
                        .flatMap(moment -> moment.cluster().subnetGroup()),
                new RemakingChecks(restore, seen).product());
    }

    private static Set<String> instances(Restore restore, Function<ClusterSettings, Optional<String>> setting) {
        return InstanceSettings.all(restore).stream()
                .flatMap(one -> setting.apply(one).stream())
                .collect(Collectors.toSet());
    }

    private PreflightChecks checks(Restore restore, Observed seen) {
        return new PreflightChecks(home, informed(restore, seen), seen);
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return result(restore, seen)
                .filter(report -> report.outcome() != JobReport.Outcome.NOT_YET)
                .map(report -> examine(restore, seen, report.failure()))
                .orElseGet(() -> super.decide(restore, seen));
    }

    private Decision examine(Restore restore, Observed seen, Optional<Failure> secrets) {
        PreflightChecks checks = checks(restore, seen);
        List<Failure> problems = new ArrayList<>(checks.problems());
        secrets.ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return Decision.fail(problems.get(0).code(), inWords(problems));
        }
        List<String> passing = waitsForRoom(restore, seen) ? checks.passing() : checks.busy();
        return passing.stream()
                .findFirst()
                .map(one -> Decision.await(one, UsualPace.ROOM))
                .orElseGet(() -> ready(informed(restore, seen), seen));
    }

    /** Then it goes on: the steps that need the room wait for it, too, and longer. */
    private static boolean waitsForRoom(Restore restore, Observed seen) {
        return seen.now().isBefore(restore.progress().since().plus(PATIENCE));
    }

    private Decision ready(Restore informed, Observed seen) {
        return Decision.done(
                "nothing is in the way of " + informed.target(),
                now -> informed(now, seen),
                Stream.concat(
                                new SourceWarnings(informed, home).warnings().stream(),
                                RenameWarnings.of(informed, seen).stream())
                        .toList());
    }

    /** With the cluster that is to be replaced, if there is one. */
    public static Restore informed(Restore restore, Observed seen) {
        return seen.cluster(restore.target())
                .map(old -> restore.with(restore.outputs().withPredecessor(Predecessor.of(old, seen.instances()))))
                .map(informed -> new InstanceZones(informed, seen.surroundings()).kept())
                .orElse(restore);
    }

    /** Every problem, each with its code but the first, whose code is the failure's. */
    private static String inWords(List<Failure> problems) {
        return problems.size() == 1
                ? problems.get(0).message()
                : IntStream.range(0, problems.size())
                        .mapToObj(number ->
                                (number + 1) + ") " + problems.get(number).code() + ": "
                                        + problems.get(number).message())
                        .collect(Collectors.joining(" "));
    }
}
