package io.aurorarestore.saga.step;

import io.aurorarestore.restore.Cluster;
import io.aurorarestore.restore.ClusterSettings;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Ownership;
import io.aurorarestore.restore.Replace;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Snapshot;
import io.aurorarestore.restore.Surroundings;
import io.aurorarestore.saga.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that may be in a restore's way, as far as it can be seen. */
public record Guards(Home home, Restore restore, Observed seen) {

    private static final String CLUSTERS = "DBClusters";
    private static final String INSTANCES = "DBInstances";
    private static final String SNAPSHOTS = "ManualClusterSnapshots";

    public List<Failure> problems() {
        List<Failure> problems = new ArrayList<>();
        seen.cluster(restore.target()).ifPresent(target -> target(target, problems));
        keys(problems);
        groups(problems);
        quotas(problems);
        secret(problems);
        return problems;
    }

    private void target(Cluster target, List<Failure> problems) {
        if (restore.replace() == Replace.REFUSE) {
            problems.add(new Failure(FailureCode.TARGET_EXISTS, "There is a cluster " + target.name() + " already."));
            return;
        }
        allowed(target, problems);
        suitable(target, problems);
        if (seen.cluster(restore.names().setAside()).isPresent()) {
            problems.add(new Failure(
                    FailureCode.NAME_TAKEN, "A cluster " + restore.names().setAside() + " exists already."));
        }
    }

    /** The instances too: the role may end only what carries a tag, and an instance does not say whose it is. */
    private void allowed(Cluster target, List<Failure> problems) {
        Stream<String> cluster = Stream.of(target)
                .filter(one -> !Ownership.isAllowed(one.tags()))
                .map(one -> "cluster " + one.name());
        Stream<String> instances = seen.instances().stream()
                .filter(one -> !Ownership.isAllowed(one.tags()) && !Ownership.isMade(one.tags()))
                .map(one -> "instance " + one.name());
        List<String> unmarked = Stream.concat(cluster, instances).toList();
        if (!unmarked.isEmpty()) {
            problems.add(new Failure(
                    FailureCode.TARGET_PROTECTED,
                    "The tag " + Ownership.ALLOWED_TAG + "=true is missing on " + String.join(", ", unmarked) + "."));
        }
    }

    private void suitable(Cluster target, List<Failure> problems) {
        Surroundings around = seen.surroundings();
        if (!target.available()) {
            unsuitable("is " + target.status(), problems);
        }
        around.globalCluster().ifPresent(name -> unsuitable("belongs to the global database " + name, problems));
        around.proxies().forEach(name -> unsuitable("is the target of the RDS proxy " + name, problems));
        around.blueGreenDeployments()
                .forEach(name -> unsuitable("is part of the blue/green deployment " + name, problems));
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

    private void unsuitable(String what, List<Failure> problems) {
        problems.add(new Failure(FailureCode.TARGET_UNSUITABLE, "Cluster " + restore.target() + " " + what + "."));
    }

    private void keys(List<Failure> problems) {
        SnapshotUse use = SnapshotUse.of(restore, home);
        if (use.lacksKey()) {
            problems.add(new Failure(
                    FailureCode.KMS_KEY_NEEDED,
                    "Snapshot " + use.source().arn() + " is encrypted and has to be copied to " + home.region() + "."));
        }
    }

    private void groups(List<Failure> problems) {
        ClusterSettings wanted = restore.cluster();
        Surroundings around = seen.surroundings();
        wanted.subnetGroup().ifPresent(name -> subnets(name, around.vpcs(), problems));
        wanted.clusterParameterGroup().ifPresent(name -> family("cluster", name, around.families(), problems));
        wanted.instanceParameterGroup().ifPresent(name -> family("instance", name, around.families(), problems));
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
        Snapshot source = restore.findings().source().orElseThrow();
        String version = restore.cluster().engineVersion().orElse(source.engineVersion());
        return source.engine() + version.split("\\.", 2)[0];
    }

    private static void wrong(String message, List<Failure> problems) {
        problems.add(new Failure(FailureCode.SETTINGS_UNSUITABLE, message));
    }

    /** What cannot be read is not in the way. */
    private void quotas(List<Failure> problems) {
        boolean room = restore.replace() == Replace.DELETE_FIRST
                && seen.cluster(restore.target()).isPresent();
        if (!room) {
            quota(CLUSTERS, 1, problems);
            quota(INSTANCES, restore.instanceClasses().size(), problems);
        }
        if (SnapshotUse.of(restore, home).needsCopy()) {
            quota(SNAPSHOTS, 1, problems);
        }
    }

    private void quota(String name, long needed, List<Failure> problems) {
        Long left = seen.surroundings().rooms().get(name);
        if (left != null && left < needed) {
            problems.add(new Failure(
                    FailureCode.QUOTA_EXCEEDED,
                    "The quota " + name + " leaves room for " + left + ", but " + needed + " are needed."));
        }
    }
}
