package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.Restore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks whether RDS offers the instance classes, engine version and certificate that are asked for: found here in a
 * second, and else hours later, by the call that makes them.
 */
record OfferingChecks(Restore restore, Home home, TargetDependencies around) {

    private static final String SERVERLESS = "db.serverless";

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        version(problems);
        classes(problems);
        if (isNotOffered(TargetDependencies.CLONE)) {
            problems.add("A clone has to be in subnets of the availability zones of its source, " + source().arn()
                    + ", and subnet group " + restore.cluster().subnetGroup().orElse("default")
                    + " is in another VPC and has others: choose another subnetGroup, or ask for \"at\": \"latest\".");
        }
        restore.cluster()
                .caCertificate()
                .filter(name -> isNotOffered(TargetDependencies.CERTIFICATE + name))
                .ifPresent(name -> problems.add("RDS has no certificate authority " + name + " in " + home.region()
                        + ": choose another caCertificate (aws rds describe-certificates lists them)."));
        return problems;
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
