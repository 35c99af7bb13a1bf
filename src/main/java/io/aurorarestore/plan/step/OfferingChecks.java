package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.Capability;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.InstanceSettings;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.Attributes;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Checks whether RDS offers the instance classes, engine version and certificate that are asked for: found here in a
 * second, and else hours later, by the call that makes them.
 */
record OfferingChecks(Restore restore, Home home, TargetDependencies around) {

    private static final String SERVERLESS = "db.serverless";

    /** The least days of Performance Insights for advanced Database Insights. */
    private static final int ADVANCED = 465;

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        version(problems);
        classes(problems);
        if (isNotOffered(TargetDependencies.CLONE)) {
            problems.add("A clone has to be in subnets of the availability zones of its source, " + source().arn()
                    + ", and subnet group " + restore.cluster().subnetGroup().orElse("default")
                    + " is in another VPC and has others: choose another subnetGroup, or ask for \"at\": \"latest\".");
        }
        all(ClusterSettings::caCertificate)
                .filter(name -> isNotOffered(TargetDependencies.CERTIFICATE + name))
                .forEach(name -> problems.add("RDS has no certificate authority " + name + " in " + home.region()
                        + ": choose another caCertificate (aws rds describe-certificates lists them)."));
        capable(problems);
        consistent(problems);
        return problems;
    }

    /** What is wanted of the classes and the version, as far as one of them may not have it. */
    static Set<String> capabilities(Restore restore) {
        Set<String> wanted = new TreeSet<>();
        for (int number = 1; number <= restore.instanceClasses().size(); number++) {
            wanted.addAll(wantedOf(restore, number));
        }
        return Set.copyOf(wanted);
    }

    private static List<String> wantedOf(Restore restore, int number) {
        return wantedOf(
                restore.cluster().attributes().consistent(),
                InstanceSettings.of(restore, number).attributes());
    }

    /** @param own those of an instance of the cluster */
    static List<String> wantedOf(Attributes cluster, Attributes own) {
        List<String> wanted = new ArrayList<>();
        if (own.isOn(Attribute.PERFORMANCE_INSIGHTS)) {
            wanted.add(Capability.PERFORMANCE_INSIGHTS);
        }
        if (own.number(Attribute.MONITORING_INTERVAL).orElse(0) > 0) {
            wanted.add(Capability.ENHANCED_MONITORING);
        }
        if (cluster.isOn(Attribute.DATA_API)) {
            wanted.add(Capability.DATA_API);
        }
        cluster.text(Attribute.DOMAIN).ifPresent(domain -> wanted.add(Capability.KERBEROS));
        cluster.text(Attribute.STORAGE_TYPE).ifPresent(type -> wanted.add(Capability.STORAGE + type));
        cluster.text(Attribute.NETWORK_TYPE).ifPresent(type -> wanted.add(Capability.NETWORK + type));
        own.text(Attribute.AVAILABILITY_ZONES).ifPresent(zone -> wanted.add(Capability.ZONE + zone));
        return wanted;
    }

    private void capable(List<String> problems) {
        List<String> classes = restore.instanceClasses();
        for (int number = 1; number <= classes.size(); number++) {
            String name = classes.get(number - 1);
            wantedOf(restore, number).stream()
                    .filter(one -> isNotOffered(TargetDependencies.CLASS + name + "/" + one))
                    .map(one -> "RDS does not offer " + name + " with " + one + " for " + source().engine() + " "
                            + restore.engineVersion() + " in " + home.region()
                            + ": choose another instanceClass or engineVersion, or set it otherwise in the profile.")
                    .filter(problem -> !problems.contains(problem))
                    .forEach(problems::add);
        }
        if (restore.cluster().attributes().isOn(Attribute.LOCAL_WRITE_FORWARDING)
                && isNotOffered(TargetDependencies.VERSION + "/" + Capability.LOCAL_WRITE_FORWARDING)) {
            problems.add(source().engine() + " " + restore.engineVersion() + " has no "
                    + Capability.LOCAL_WRITE_FORWARDING + ": set localWriteForwarding to false in the profile.");
        }
    }

    /** What RDS refuses together, whatever it offers. */
    private void consistent(List<String> problems) {
        Attributes cluster = restore.cluster().attributes().consistent();
        if (cluster.text(Attribute.DATABASE_INSIGHTS).filter("advanced"::equals).isPresent()) {
            boolean off = cluster.text(Attribute.PERFORMANCE_INSIGHTS)
                            .filter("false"::equals)
                            .isPresent()
                    && restore.settings()
                            .asked()
                            .attributes()
                            .text(Attribute.PERFORMANCE_INSIGHTS)
                            .isPresent();
            boolean brief = cluster.number(Attribute.PERFORMANCE_INSIGHTS_DAYS).orElse(ADVANCED) < ADVANCED;
            if (off || brief) {
                problems.add("Advanced Database Insights need performanceInsights with performanceInsightsDays of "
                        + ADVANCED + " or more: set these, or databaseInsights to standard.");
            }
        }
        boolean nobody = InstanceSettings.all(restore).stream()
                .map(ClusterSettings::attributes)
                .anyMatch(one -> one.number(Attribute.MONITORING_INTERVAL).orElse(0) > 0
                        && one.text(Attribute.MONITORING_ROLE).isEmpty());
        if (nobody) {
            problems.add("monitoringInterval needs a monitoringRole in the profile.");
        }
        if (cluster.text(Attribute.DOMAIN).isPresent()
                && cluster.text(Attribute.DOMAIN_ROLE).isEmpty()) {
            problems.add("domain needs a domainRole in the profile.");
        }
    }

    private Stream<String> all(Function<ClusterSettings, Optional<String>> setting) {
        return InstanceSettings.all(restore).stream()
                .flatMap(one -> setting.apply(one).stream())
                .distinct();
    }

    private void version(List<String> problems) {
        RestoreSource source = source();
        String wanted = restore.engineVersion();
        Optional<String> asked = restore.settings().asked().engineVersion();
        if (source.moment().isPresent() && asked.isPresent() && !asked.get().equals(wanted)) {
            problems.add("The cluster will have the engine version of " + source.arn() + ", " + wanted + ", and not "
                    + asked.get() + ": leave engineVersion out, or restore a snapshot, which may get a later one.");
        } else if (compare(wanted, source.engineVersion()) < 0) {
            problems.add("Engine version " + wanted + " is earlier than that of the snapshot (" + source.engineVersion()
                    + "): RDS restores to the same or a later one.");
        } else if (isNotOffered(TargetDependencies.VERSION)) {
            problems.add("RDS does not offer " + source.engine() + " " + wanted + " in " + home.region()
                    + " any more: set engineVersion to one that it does (aws rds describe-db-engine-versions --engine "
                    + source.engine() + " lists them).");
        }
    }

    private void classes(List<String> problems) {
        List<String> classes = restore.instanceClasses().stream().distinct().toList();
        if (classes.contains(SERVERLESS) && restore.cluster().serverlessV2().isEmpty()) {
            problems.add(SERVERLESS + " needs serverlessV2: its least and most capacity.");
        }
        classes.stream()
                .filter(one -> isNotOffered(TargetDependencies.CLASS + one))
                .forEach(
                        one -> problems.add(
                                "RDS does not offer " + one + " for " + source().engine() + " "
                                        + restore.engineVersion() + " in " + home.region()
                                        + ": choose another instanceClass (aws rds describe-orderable-db-instance-options lists them)."));
    }

    /** What could not be read is not in the way. */
    private boolean isNotOffered(String what) {
        return !around.offers().getOrDefault(what, true);
    }

    private RestoreSource source() {
        return restore.outputs().source().orElseThrow();
    }

    /** By its numbers; what is no number, as in {@code 16.6-limitless}, counts nothing. */
    private static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[.-]"))
                .filter(part -> part.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
