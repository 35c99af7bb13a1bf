package io.aurorarestore.aws.rds;

import io.aurorarestore.restore.Cluster;
import io.aurorarestore.restore.Endpoint;
import io.aurorarestore.restore.Instance;
import io.aurorarestore.restore.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Tag;

/** RDS's shapes in our words, and back. */
final class RdsMapper {

    private RdsMapper() {}

    static Snapshot snapshot(DBClusterSnapshot seen) {
        return new Snapshot(
                seen.dbClusterSnapshotIdentifier(),
                seen.dbClusterSnapshotArn(),
                text(seen.dbClusterIdentifier()),
                text(seen.status()),
                seen.percentProgress() == null ? 0 : seen.percentProgress(),
                Objects.requireNonNullElse(seen.snapshotCreateTime(), Instant.EPOCH),
                text(seen.engine()),
                text(seen.engineVersion()),
                text(seen.masterUsername()),
                Optional.ofNullable(seen.kmsKeyId()),
                Optional.ofNullable(seen.sourceDBClusterSnapshotArn()),
                tags(seen.tagList()));
    }

    static Cluster cluster(DBCluster seen) {
        return new Cluster(
                seen.dbClusterIdentifier(),
                seen.dbClusterArn(),
                text(seen.dbClusterResourceId()),
                text(seen.status()),
                text(seen.masterUsername()),
                new Endpoint(text(seen.endpoint()), seen.port() == null ? 0 : seen.port()),
                tags(seen.tagList()));
    }

    static Instance instance(DBInstance seen) {
        return new Instance(
                seen.dbInstanceIdentifier(),
                seen.dbInstanceArn(),
                text(seen.dbiResourceId()),
                text(seen.dbInstanceStatus()),
                tags(seen.tagList()));
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static Map<String, String> tags(List<Tag> tags) {
        return tags.stream().collect(Collectors.toUnmodifiableMap(Tag::key, tag -> text(tag.value()), (a, b) -> b));
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
