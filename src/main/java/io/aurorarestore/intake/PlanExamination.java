package io.aurorarestore.intake;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.restore.DryRunReport;
import io.aurorarestore.model.restore.DryRunReport.Setting;
import io.aurorarestore.model.restore.DryRunReport.StepPlan;
import io.aurorarestore.model.restore.InstanceSettings;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Recovery;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.plan.step.Preflight;
import io.aurorarestore.plan.step.PreflightChecks;
import io.aurorarestore.plan.step.RenameWarnings;
import io.aurorarestore.plan.step.SourceWarnings;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Describes all that a restore would meet, but for what the database function alone may read, and reports it. Changes
 * nothing.
 */
final class PlanExamination {

    private static final String KEY = "kmsKeyId";
    private static final String CLASSES = "instanceClass";
    private static final String OLD_CLASSES = "instanceClasses";

    private final Ports ports;
    private final StepSequence plan;
    private final Clock clock;

    PlanExamination(Ports ports, StepSequence plan, Clock clock) {
        this.ports = ports;
        this.plan = plan;
        this.clock = clock;
    }

    /** A call that fails is a problem, too. */
    Uni<DryRunReport> of(Restore restore) {
        return examine(restore)
                .onFailure(CallFailedException.class)
                .recoverWithItem(failed -> problem(restore, failed.failure()));
    }

    private Uni<DryRunReport> examine(Restore restore) {
        Step locate = plan.step(StepName.LOCATE_SOURCE);
        return observe(locate.describe(restore)).chain(seen -> located(restore, locate.decide(restore, seen)));
    }

    private Uni<DryRunReport> located(Restore restore, Decision decision) {
        if (decision instanceof Decision.Done done) {
            return surroundings(done.learned().apply(restore));
        }
        if (decision instanceof Decision.Await await) {
            Failure notYet = new Failure(FailureCode.SOURCE_UNUSABLE, "Now: " + await.what() + ".");
            return Uni.createFrom().item(problem(restore, notYet));
        }
        return Uni.createFrom().item(problem(restore, ((Decision.Fail) decision).failure()));
    }

    private Uni<DryRunReport> surroundings(Restore restore) {
        Preflight preflight = (Preflight) plan.step(StepName.PREFLIGHT);
        return observe(preflight.surroundings(restore)).map(seen -> report(restore, seen));
    }

    private Uni<Observed> observe(List<Describe> describe) {
        return Describe.all(describe, Observed.nothing(clock.instant(), Optional.empty()), ports);
    }

    private DryRunReport report(Restore restore, Observed seen) {
        Restore informed = Preflight.informed(restore, seen);
        PreflightChecks checks = new PreflightChecks(ports.home(), informed, seen);
        List<String> warnings = Stream.of(
                        checks.passing().stream().map(passing -> DryRunReport.WOULD_WAIT + passing),
                        new SourceWarnings(informed, ports.home()).all().stream(),
                        RenameWarnings.of(informed, seen).stream(),
                        Recovery.of(informed).missed().stream())
                .flatMap(some -> some)
                .toList();
        return report(informed, checks.problems(), warnings);
    }

    private DryRunReport problem(Restore restore, Failure problem) {
        return report(restore, List.of(problem), List.of());
    }

    private DryRunReport report(Restore restore, List<Failure> problems, List<String> warnings) {
        return new DryRunReport(
                restore.id(),
                restore.target(),
                restore.accepted().request().profile(),
                restore.outputs().source().map(from -> source(restore, from)),
                restore.outputs().source().isPresent() ? steps(restore) : List.of(),
                names(restore),
                settings(restore, ports.home()),
                problems,
                warnings,
                restore.settings().objectives(),
                restore.expected());
    }

    private static DryRunReport.Source source(Restore restore, RestoreSource found) {
        return new DryRunReport.Source(
                found.arn(), found.snapshot().isPresent(), restore.outputs().dataTime());
    }

    private List<StepPlan> steps(Restore restore) {
        return plan.names().stream()
                .map(name -> new StepPlan(name.label(), plan.step(name).skips(restore)))
                .toList();
    }

    private static Map<String, String> names(Restore restore) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("staging", restore.names().staging());
        if (restore.outputs().source().flatMap(RestoreSource::moment).isEmpty()) {
            names.put("copy", restore.names().copy());
        }
        for (int number = 1; number <= restore.instanceClasses().size(); number++) {
            names.put("instance " + number, restore.names().instance(number));
        }
        if (restore.replace() != ReplaceMode.REFUSE) {
            names.put("set aside", restore.names().setAside());
        }
        return names;
    }

    private static Map<String, Setting> settings(Restore restore, Home home) {
        SettingOrigins origins = SettingOrigins.of(restore);
        Map<String, Object> old = origins.old();
        Map<String, Setting> settings = new TreeMap<>();
        restore.cluster()
                .said()
                .forEach((name, value) -> settings.put(
                        name,
                        new Setting(
                                SettingOrigins.shown(value),
                                origins.of(name),
                                Optional.ofNullable(old.get(name)).map(SettingOrigins::shown))));
        if (restore.outputs().source().isPresent()) {
            key(restore, home, old, settings);
        }
        settings.remove(OLD_CLASSES);
        instances(restore, settings);
        if (!restore.managedSecret()) {
            settings.remove(Attribute.MASTER_SECRET_KEY.setting());
        }
        settings.put(CLASSES, classes(restore, origins));
        return settings;
    }

    /** A source brings its own, whatever the replaced cluster has. */
    private static void key(Restore restore, Home home, Map<String, Object> old, Map<String, Setting> settings) {
        Optional<String> key = new SourceWarnings(restore, home).key();
        if (!key.equals(restore.cluster().kmsKeyId())) {
            settings.put(
                    KEY,
                    new Setting(
                            key.orElse("none"),
                            restore.outputs().snapshot().isPresent() ? "the snapshot" : "the cluster it is of",
                            Optional.ofNullable(old.get(KEY)).map(SettingOrigins::shown)));
        }
    }

    /** What each instance would have for itself, the writer first; once where they all have the same. */
    private static void instances(Restore restore, Map<String, Setting> settings) {
        List<Map<String, Object>> fresh = InstanceSettings.all(restore).stream()
                .map(ClusterSettings::said)
                .toList();
        List<Map<String, Object>> olds =
                restore.outputs().predecessor().map(Predecessor::lasting).orElse(List.of()).stream()
                        .map(one -> one.settings().said())
                        .toList();
        Set<String> names = new TreeSet<>();
        fresh.forEach(one -> names.addAll(one.keySet()));
        for (String name : names) {
            String asked = restore.settings().origins().get(name);
            settings.put(
                    name,
                    new Setting(
                            ofEach(name, fresh),
                            asked != null ? asked : SettingOrigins.PREDECESSOR,
                            olds.stream().anyMatch(one -> one.containsKey(name))
                                    ? Optional.of(ofEach(name, olds))
                                    : Optional.empty()));
        }
    }

    private static String ofEach(String name, List<Map<String, Object>> instances) {
        List<String> all = instances.stream()
                .map(one -> SettingOrigins.shown(one.getOrDefault(name, "RDS's default")))
                .toList();
        return all.stream().distinct().count() == 1 ? all.get(0) : all.toString();
    }

    /** Those that the instances would have, the writer first: one that is asked for, or the old ones by position. */
    private static Setting classes(Restore restore, SettingOrigins origins) {
        boolean asked = restore.settings().asked().instanceClass().isPresent();
        return new Setting(
                SettingOrigins.shown(restore.instanceClasses()),
                origins.of(asked ? CLASSES : OLD_CLASSES),
                Optional.ofNullable(origins.old().get(OLD_CLASSES)).map(SettingOrigins::shown));
    }
}
