package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** A snapshot as the API shows it, and parts that the descriptions of several kinds of resource share. */
final class Shown {

    private Shown() {}

    static DBClusterSnapshot snapshot(DbSnapshot snapshot) {
        var volume = snapshot.volume();
        var origin = snapshot.origin();
        return DBClusterSnapshot.builder()
                .availabilityZones(zones(snapshot.arn()))
                .dbClusterSnapshotIdentifier(snapshot.id())
                .dbClusterSnapshotArn(snapshot.arn())
                .dbClusterIdentifier(origin.cluster())
                .dbClusterResourceId(origin.resourceId())
                .sourceDBClusterSnapshotArn(snapshot.copiedFrom())
                .snapshotCreateTime(snapshot.created())
                .clusterCreateTime(origin.created())
                .status(snapshot.status())
                .percentProgress(snapshot.percent())
                .snapshotType(snapshot.type())
                .engine(volume.engine())
                .engineMode("provisioned")
                .engineVersion(volume.engineVersion())
                .licenseModel("postgresql-license")
                .masterUsername(volume.masterUser())
                .allocatedStorage(volume.allocatedGib())
                .storageType("aurora")
                .storageEncrypted(volume.encrypted())
                .kmsKeyId(volume.kmsKeyId())
                .port(origin.port())
                .iamDatabaseAuthenticationEnabled(origin.iamAuthentication())
                .tagList(tags(snapshot.tags()))
                .build();
    }

    static <T, S> List<S> all(Page<T> page, Function<T, S> shown) {
        return all(page.items(), shown);
    }

    static <T, S> List<S> all(Collection<T> items, Function<T, S> shown) {
        return items.stream().map(shown).toList();
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static List<String> zones(String arn) {
        String region = arn.split(":", 5)[3];
        return List.of(region + "a", region + "b", region + "c");
    }

    static List<VpcSecurityGroupMembership> securityGroups(List<String> ids) {
        return all(
                ids,
                id -> VpcSecurityGroupMembership.builder()
                        .vpcSecurityGroupId(id)
                        .status("active")
                        .build());
    }
}
