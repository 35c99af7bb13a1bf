package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.Names;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lists the hosts that a server's certificate may be for: the one that is dialled, and the endpoints that the restored
 * cluster was made with. A certificate keeps those when the cluster is renamed, until it was stopped and started.
 *
 * @param own all end as the dialled one does: that part is the same for all clusters of a region and account
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html">Changing the name</a>
 */
record AcceptedHosts(String dialled, List<String> own) {

    private static final String CLUSTER = "cluster-";
    private static final String READER = "cluster-ro-";
    /** Of a cluster, as Aurora limits them. */
    private static final int MOST_INSTANCES = 16;

    static AcceptedHosts of(Restore restore, String dialled) {
        int dot = dialled.indexOf('.');
        String domain = dialled.substring(dot + 1);
        return new AcceptedHosts(
                dialled,
                dot > 0 && domain.startsWith(CLUSTER) ? own(restore, domain.substring(CLUSTER.length())) : List.of());
    }

    private static List<String> own(Restore restore, String domain) {
        Names names = restore.names();
        Stream<String> cluster = Stream.of(CLUSTER, READER).map(kind -> names.staging() + "." + kind + domain);
        Stream<String> instances =
                IntStream.rangeClosed(1, MOST_INSTANCES).mapToObj(number -> names.instance(number) + "." + domain);
        return Stream.concat(cluster, instances).toList();
    }

    boolean accept(CertificateNames names) {
        return names.cover(dialled) || own.stream().anyMatch(names::cover);
    }
}
