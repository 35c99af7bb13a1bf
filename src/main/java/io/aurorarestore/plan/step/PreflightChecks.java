package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Names;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.InstanceSettings;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks all that may be in a restore's way, as far as it can be seen. */
public record PreflightChecks(Home home, Restore restore, Observed seen) {

    private static final String CLUSTERS = "DBClusters";
    private static final String INSTANCES = "DBInstances";
    private static final String SNAPSHOTS = "ManualClusterSnapshots";

    public List<Failure> problems() {
        List<Failure> problems = new ArrayList<>();
        name(problems);
        target().ifPresent(target -> target(target, problems));
        keys(problems);
        problems.addAll(new ClusterSourceProblems(restore).problems());
        OfferingChecks wanted = new OfferingChecks(restore, home, seen.surroundings());
        wanted.problems().forEach(what -> wrong(what, problems));
        new RemakingChecks(restore, seen).problems().forEach(what -> wrong(what, problems));
        tags().forEach(what -> wrong(what, problems));
        new RoleChecks(restore, home).problems().forEach(what -> wrong(what, problems));
        groups(problems);
        secret(problems);
        if (!seen.surroundings().othersAtWork()) {
            shortages().forEach(shortage -> problems.add(new Failure(FailureCode.QUOTA_EXCEEDED, shortage)));
        }
        return problems;
    }

    /** What is in the way now, and some day not any more without anybody's doing: a restore waits for it. */
    public List<String> passing() {
        return Stream.concat(busy().stream(), scarce().stream()).toList();
    }

    /** That the target is in the middle of something. */
    List<String> busy() {
        return replaced()
                .map(target -> TargetChecks.atFirst(restore, target, seen).passing())
                .orElse(List.of());
    }

    /** That there is no room before other restores have given some back. */
    List<String> scarce() {
        return seen.surroundings().othersAtWork() ? shortages() : List.of();
    }

    /** Whether a quota leaves less than is needed. */
    public boolean lacksRoom() {
        return !shortages().isEmpty();
    }

    private Optional<Cluster> target() {
        return seen.cluster(restore.target());
    }

    private Optional<Cluster> replaced() {
        return restore.replace() == ReplaceMode.REFUSE ? Optional.empty() : target();
    }

    private void name(List<Failure> problems) {
        if (restore.target().startsWith(Names.PREFIX)) {
            problems.add(new Failure(
                    FailureCode.TARGET_UNSUITABLE,
                    "Names that begin with " + Names.PREFIX + ", such as " + restore.target()
                            + ", are the service's own."));
        }
    }

    private void target(Cluster target, List<Failure> problems) {
        if (restore.replace() == ReplaceMode.REFUSE) {
            problems.add(new Failure(FailureCode.TARGET_EXISTS, "There is a cluster " + target.name() + " already."));
            return;
        }
        problems.addAll(TargetChecks.atFirst(restore, target, seen).problems());
        if (seen.cluster(restore.names().setAside()).isPresent()) {
            problems.add(new Failure(
                    FailureCode.NAME_TAKEN, "A cluster " + restore.names().setAside() + " exists already."));
        }
    }

    /** A password that another restore has staged would be lost, and with it that cluster's master. */
    private void secret(List<Failure> problems) {
        seen.staged()
                .filter(version -> !version.equals(restore.masterVersion()))
                .ifPresent(version -> problems.add(new Failure(
                        FailureCode.SECRET_IN_USE,
                        "Secret " + restore.masterSecret() + " has a staged version " + version
                                + " that is not this restore's.")));
    }

    private void keys(List<Failure> problems) {
        SnapshotUsability.of(restore, home)
                .filter(SnapshotUsability::lacksKey)
                .ifPresent(use -> problems.add(new Failure(
                        FailureCode.KMS_KEY_NEEDED,
                        "Snapshot " + use.source().arn() + " is encrypted and has to be copied to " + home.region()
                                + ".")));
    }

    private void groups(List<Failure> problems) {
        ClusterSettings wanted = restore.cluster();
        TargetDependencies around = seen.surroundings();
        wanted.subnetGroup().ifPresent(name -> subnets(name, around.vpcs(), problems));
        wanted.clusterParameterGroup().ifPresent(name -> family("cluster", name, around.families(), problems));
        InstanceSettings.all(restore).stream()
                .flatMap(one -> one.instanceParameterGroup().stream())
                .distinct()
                .forEach(name -> family("instance", name, around.families(), problems));
    }

    private void subnets(String name, Map<String, String> vpcs, List<Failure> problems) {
        String vpc = vpcs.get(name);
        if (vpc == null) {
            wrong("There is no subnet group " + name + ".", problems);
        } else if (home.databaseVpc().filter(ours -> !ours.equals(vpc)).isPresent()) {
            wrong(
                    "Subnet group " + name + " is in " + vpc + ", but the database function is in "
                            + home.databaseVpc().orElseThrow() + ".",
                    problems);
        }
    }

    private void family(String kind, String name, Map<String, String> families, List<Failure> problems) {
        String family = families.get(kind + "/" + name);
        if (family == null) {
            wrong("There is no " + kind + " parameter group " + name + ".", problems);
        } else if (!family.equals(wantedFamily())) {
            wrong(
                    "The " + kind + " parameter group " + name + " is for " + family + ", but the restored cluster is "
                            + wantedFamily() + ".",
                    problems);
        }
    }

    /** For instance {@code aurora-postgresql17}. */
    private String wantedFamily() {
        RestoreSource source = restore.outputs().source().orElseThrow();
        return source.engine() + restore.engineVersion().split("\\.", 2)[0];
    }

    private List<String> tags() {
        return Stream.of(
                        TagLimit.ofRestored(restore).stream(),
                        TagLimit.ofInstances(restore).stream(),
                        replaced().flatMap(old -> TagLimit.ofReplaced(restore, old)).stream())
                .flatMap(some -> some)
                .toList();
    }

    private static void wrong(String message, List<Failure> problems) {
        problems.add(new Failure(FailureCode.SETTINGS_UNSUITABLE, message));
    }

    /** What cannot be read is not in the way. */
    private List<String> shortages() {
        List<String> shortages = new ArrayList<>();
        boolean madeFirst = replaced().isPresent() && restore.replace() == ReplaceMode.DELETE_FIRST;
        if (!madeFirst) {
            shortage(CLUSTERS, 1, shortages);
            shortage(INSTANCES, restore.instanceClasses().size(), shortages);
        }
        if (SnapshotUsability.copies(restore, home)) {
            shortage(SNAPSHOTS, 1, shortages);
        }
        return shortages;
    }

    private void shortage(String name, long needed, List<String> shortages) {
        Long left = seen.surroundings().rooms().get(name);
        if (left != null && left < needed) {
            shortages.add("The quota " + name + " leaves room for " + left + ", but " + needed + " are needed.");
        }
    }
}
