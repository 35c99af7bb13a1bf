package io.aurorarestore.engine;

import io.aurorarestore.command.Command;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** RDS as it was seen a moment ago: what one step has looked at, the next one need not, until something is done to it. */
public final class RecentViews {

    private final Ports ports;
    private final AlreadyRead read;
    private final Map<String, Optional<Cluster>> clusters = new HashMap<>();
    private final Map<String, List<Instance>> instances = new HashMap<>();
    private Optional<JobReport> verified = Optional.empty();

    RecentViews(Ports ports) {
        this(ports, AlreadyRead.nothing());
    }

    RecentViews(Ports ports, AlreadyRead read) {
        this.ports = ports;
        this.read = read;
    }

    Ports ports() {
        return ports;
    }

    /** For what is not looked at twice. */
    Aurora aurora() {
        return ports.aurora();
    }

    void forget() {
        clusters.clear();
        instances.clear();
        verified = Optional.empty();
    }

    /** What the command may have changed. */
    void forgetAfter(Command done) {
        if (done.changes().contains(Command.Seen.CLUSTERS)) {
            clusters.clear();
        }
        if (done.changes().contains(Command.Seen.INSTANCES)) {
            instances.clear();
        }
    }

    Uni<List<Cluster>> clusters(List<String> names) {
        List<String> unseen =
                names.stream().filter(name -> !clusters.containsKey(name)).toList();
        Uni<List<Cluster>> looked = unseen.isEmpty() ? Uni.createFrom().item(List.of()) : aurora().clusters(unseen);
        return looked.map(found -> {
            unseen.forEach(name -> clusters.put(name, Optional.empty()));
            found.forEach(one -> clusters.put(one.name(), Optional.of(one)));
            return names.stream()
                    .flatMap(name -> clusters.getOrDefault(name, Optional.empty()).stream())
                    .toList();
        });
    }

    Uni<Optional<JobReport>> report(DatabaseJob job) {
        return read.takeReport(job)
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> ports.jobResults().of(job))
                .invoke(found -> verified = found.flatMap(JobReport::ofVerifying));
    }

    /** What came of a job that was not sent, because one that was read here a moment ago has done its work. */
    Optional<JobReport> reportOfUnsent(DatabaseJob job) {
        return verified.filter(report -> report.job().equals(job));
    }

    Uni<List<Instance>> instancesOf(String cluster) {
        List<Instance> seen = instances.get(cluster);
        return seen != null
                ? Uni.createFrom().item(seen)
                : aurora().instancesOf(cluster).invoke(found -> instances.put(cluster, found));
    }
}
