package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.CustomEndpoint;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.aws.ZeroEtlIntegration;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Predecessor.Member;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.ShellText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Warns of custom endpoints and zero-ETL integrations, which stay with the cluster that is replaced. */
record RelationWarnings(Restore restore, Cluster old, TargetDependencies around) {

    List<String> all() {
        return Stream.concat(
                        around.customEndpoints().stream().map(this::told),
                        around.integrations().stream().map(this::told))
                .toList();
    }

    private String told(CustomEndpoint endpoint) {
        return whole(
                "Custom endpoint " + endpoint.name()
                        + " stays with the old cluster. Make it anew: aws rds create-db-cluster-endpoint"
                        + " --db-cluster-identifier " + old.name()
                        + " --db-cluster-endpoint-identifier NAME --endpoint-type " + endpoint.type(),
                option(" --static-members ", endpoint.members()) + option(" --excluded-members ", endpoint.excluded()),
                "its members: aws rds describe-db-cluster-endpoints --db-cluster-endpoint-identifier "
                        + endpoint.name());
    }

    private String told(ZeroEtlIntegration integration) {
        return whole(
                "Zero-ETL integration " + integration.name()
                        + " stays with the old cluster. Make it anew: aws rds create-integration --source-arn "
                        + old.arn()
                        + " --target-arn " + integration.target() + " --integration-name NAME",
                integration
                        .filter()
                        .map(filter -> " --data-filter " + ShellText.quoted(filter))
                        .orElse(""),
                "its filter: aws rds describe-integrations");
    }

    /** A command that is cut within is worse than one that lacks something and says so. */
    private static String whole(String command, String options, String lacking) {
        String end = " (its own name is free once it is deleted).";
        String all = command + options + end;
        return all.length() <= Outcome.LONGEST_WARNING ? all : command + ", with " + lacking + end;
    }

    /** The new instances in the place of the old ones; autoscaled readers have none, and a list without any would mean all. */
    private String option(String name, List<String> instances) {
        String all = instances.stream().flatMap(this::successor).collect(Collectors.joining(" "));
        return instances.isEmpty() ? "" : name + (all.isEmpty() ? "READER" : all);
    }

    private Stream<String> successor(String instance) {
        List<String> olds = restore.outputs().predecessor().map(Predecessor::lasting).orElse(List.of()).stream()
                .map(Member::name)
                .toList();
        return IntStream.rangeClosed(
                        1, Math.min(olds.size(), restore.instanceClasses().size()))
                .filter(number -> olds.get(number - 1).equals(instance))
                .mapToObj(number -> restore.keepsInstanceNames()
                        ? instance
                        : restore.names().instance(number));
    }
}
