package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.SourceCluster;

/** Maps a cluster's data of a moment, which is restored, to its stored JSON, and back. */
final class SourceClusterDocument {

    private SourceClusterDocument() {}

    static StoredJson write(ClusterMoment moment) {
        SourceCluster cluster = moment.cluster();
        return new StoredJson()
                .text("at", moment.at())
                .text("newKey", moment.newKey())
                .text("name", cluster.name())
                .text("arn", cluster.arn())
                .text("resourceId", cluster.resourceId())
                .text("status", cluster.status())
                .text("engine", cluster.engine())
                .text("engineVersion", cluster.engineVersion())
                .text("engineMode", cluster.engineMode())
                .flag("encrypted", cluster.encrypted())
                .text("kmsKeyId", cluster.kmsKeyId())
                .text("earliest", cluster.earliest())
                .text("latest", cluster.latest())
                .flag("deleted", cluster.deleted())
                .number("instances", cluster.instances())
                .number("clones", cluster.clones())
                .text("subnetGroup", cluster.subnetGroup());
    }

    static ClusterMoment read(StoredFields stored) {
        return new ClusterMoment(cluster(stored), stored.maybeInstant("at"), stored.maybeText("newKey"));
    }

    private static SourceCluster cluster(StoredFields stored) {
        return new SourceCluster(
                stored.text("name"),
                stored.text("arn"),
                stored.text("resourceId"),
                stored.text("status"),
                stored.text("engine"),
                stored.text("engineVersion"),
                stored.text("engineMode"),
                stored.flag("encrypted"),
                stored.maybeText("kmsKeyId"),
                stored.maybeInstant("earliest"),
                stored.maybeInstant("latest"),
                stored.flag("deleted"),
                stored.number("instances", 0),
                stored.number("clones", 0),
                stored.maybeText("subnetGroup"));
    }
}
