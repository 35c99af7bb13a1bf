package io.aurorarestore.model.restore;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.history.Expected;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.model.text.PlainText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The report of a dry run: what a restore would do, and what is in its way.
 *
 * @param source where the data would come from, where it was found
 * @param steps in their order
 * @param names what it would make, by what it is
 * @param settings by name
 * @param objectives what the restore would be measured by
 * @param expected what it would take, as earlier ones did
 * @param billed what AWS would bill for it; empty where it is not known what is restored
 */
public record DryRunReport(
        RestoreId id,
        String target,
        String profile,
        Optional<Source> source,
        List<StepPlan> steps,
        Map<String, String> names,
        Map<String, Setting> settings,
        List<Failure> problems,
        List<String> warnings,
        Objectives objectives,
        Optional<Expected> expected,
        List<BilledItem> billed) {

    /** So a warning begins that tells of something that passes. */
    public static final String WOULD_WAIT = "A restore would wait now: ";

    /**
     * Where the data would come from.
     *
     * @param arn of the snapshot, or of the cluster
     * @param dataOf of when it is, where that is known: a clone's is of when it is made
     */
    public record Source(String arn, boolean snapshot, Optional<Instant> dataOf) {}

    /**
     * A step of the plan.
     *
     * @param skipped why the step would not run, if it would not
     * @param expected what it would take, as in earlier restores
     */
    public record StepPlan(String step, Optional<String> skipped, Optional<Expected> expected) {

        /** Of which nothing is known. */
        public StepPlan(String step, Optional<String> skipped) {
            this(step, skipped, Optional.empty());
        }
    }

    /**
     * A setting of the restored cluster.
     *
     * @param from where its value comes from
     * @param before what the cluster that is replaced has
     */
    public record Setting(String value, String from, Optional<String> before) {

        /** What the old cluster has may be in anybody's words. */
        public Setting {
            value = PlainText.visible(value);
            before = before.map(PlainText::visible);
        }
    }

    /** With one more thing that is in the way. */
    public DryRunReport also(Failure problem) {
        List<Failure> all = Stream.concat(problems.stream(), Stream.of(problem)).toList();
        return new DryRunReport(
                id, target, profile, source, steps, names, settings, all, warnings, objectives, expected, billed);
    }

    /** With one more thing that is to be known. */
    public DryRunReport warning(String warning) {
        List<String> all = Stream.concat(warnings.stream(), Stream.of(warning)).toList();
        return new DryRunReport(
                id, target, profile, source, steps, names, settings, problems, all, objectives, expected, billed);
    }

    /** In plain lines. */
    public String description() {
        StringBuilder description = new StringBuilder("Dry run of a restore of " + target + ": "
                + (problems.isEmpty() ? "nothing is in the way." : problems.size() + " problem(s)."));
        problems.forEach(problem -> description.append("\n- ").append(problem.description()));
        warnings.forEach(warning -> description.append("\n- warning: ").append(warning));
        source.ifPresent(from -> description
                .append(from.snapshot() ? "\nSnapshot: " : "\nCluster: ")
                .append(from.arn())
                .append(from.dataOf()
                        .map(at -> ", data of " + at)
                        .orElse(from.snapshot() ? "" : ", cloned as it is then")));
        expected.ifPresent(time -> description
                .append("\nIt usually takes ")
                .append(time.median())
                .append(", between ")
                .append(time.low())
                .append(" and ")
                .append(time.high()));
        objectives
                .rto()
                .ifPresent(rto -> description.append("\nObjective (RTO): ").append(rto));
        objectives
                .rpo()
                .ifPresent(rpo -> description.append("\nObjective (RPO): ").append(rpo));
        steps.forEach(step -> description
                .append("\n")
                .append(step.step())
                .append(step.skipped().map(why -> ": skipped, " + why).orElse(""))
                .append(step.expected()
                        .map(time -> ": usually " + time.median())
                        .orElse("")));
        settings.forEach((name, setting) -> description
                .append("\n")
                .append(name)
                .append(" = ")
                .append(setting.value())
                .append(" (")
                .append(setting.from())
                .append(")")
                .append(setting.before()
                        .filter(old -> !old.equals(setting.value()))
                        .map(old -> ", was " + old)
                        .orElse("")));
        if (!billed.isEmpty()) {
            description.append("\nAWS bills, at ").append(BilledItem.PRICES);
            billed.forEach(item -> description.append("\n- ").append(item.inWords()));
        }
        return description.toString();
    }
}
