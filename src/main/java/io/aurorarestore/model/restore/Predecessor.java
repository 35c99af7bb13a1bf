package io.aurorarestore.model.restore;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster that had the target's name when the restore looked first. It is known by its resource id, whatever its
 * name.
 *
 * @param settings what the restored cluster takes from it
 * @param instances its instances, the writer first
 * @param kmsKeyId the key it is encrypted with, if it is
 * @param managedSecretKey the key of the secret that RDS keeps for its master user, if it does
 */
public record Predecessor(
        String arn,
        String resourceId,
        ClusterSettings settings,
        List<Member> instances,
        Map<String, String> tags,
        Optional<String> kmsKeyId,
        Optional<String> managedSecretKey) {

    /** The tags of all instances are kept up to so many characters: the restore has to fit an item. */
    private static final int MOST_OF_TAGS = 64 * 1024;

    /**
     * An instance of it, known by its resource id.
     *
     * @param settings its own
     * @param tags its own, or none where they are too many to be kept
     * @param autoscaled whether Application Auto Scaling made it, and would remove it again
     */
    public record Member(
            String name,
            String arn,
            String resourceId,
            String instanceClass,
            ClusterSettings settings,
            Optional<Map<String, String>> tags,
            boolean autoscaled) {

        /** Leaving it to RDS. */
        public Member without(Attribute attribute) {
            ClusterSettings others =
                    settings.withAttributes(settings.attributes().only(one -> one != attribute));
            return new Member(name, arn, resourceId, instanceClass, others, tags, autoscaled);
        }
    }

    public Predecessor with(List<Member> others) {
        return new Predecessor(arn, resourceId, settings, others, tags, kmsKeyId, managedSecretKey);
    }

    public static Predecessor of(Cluster cluster, List<Instance> instances) {
        List<Instance> writerFirst = instances.stream()
                .sorted(Comparator.comparing(one -> position(cluster, one)))
                .toList();
        boolean keepsTags = instances.stream()
                        .mapToInt(one -> one.tags().toString().length())
                        .sum()
                <= MOST_OF_TAGS;
        List<Member> members =
                writerFirst.stream().map(one -> member(one, keepsTags)).toList();
        return new Predecessor(
                cluster.arn(),
                cluster.resourceId(),
                settings(cluster, lasting(members)),
                members,
                Ownership.withoutOurs(cluster.tags()),
                cluster.kmsKeyId(),
                cluster.managedSecretKey());
    }

    /** One that is not a member yet comes last: it is not the writer. */
    private static int position(Cluster cluster, Instance one) {
        int found = cluster.members().indexOf(one.name());
        return found < 0 ? Integer.MAX_VALUE : found;
    }

    private static Member member(Instance one, boolean keepsTags) {
        Map<String, String> tags = Ownership.withoutOurs(one.tags());
        return new Member(
                one.name(),
                one.arn(),
                one.resourceId(),
                one.instanceClass(),
                one.settings(),
                keepsTags ? Optional.of(tags) : Optional.empty(),
                one.isAutoscaled());
    }

    /** Those in whose place the restored cluster gets one: all but autoscaled readers. */
    public List<Member> lasting() {
        return lasting(instances);
    }

    private static List<Member> lasting(List<Member> all) {
        List<Member> fixed = all.stream().filter(one -> !one.autoscaled()).toList();
        return fixed.isEmpty() ? all.stream().limit(1).toList() : fixed;
    }

    private static ClusterSettings settings(Cluster cluster, List<Member> instances) {
        ClusterSettings writer =
                instances.stream().findFirst().map(Member::settings).orElse(ClusterSettings.NONE);
        return ClusterSettings.builder()
                .with(
                        ClusterSetting.INSTANCE_CLASSES,
                        instances.isEmpty()
                                ? null
                                : instances.stream().map(Member::instanceClass).toList())
                .with(ClusterSetting.READERS, Math.max(0, instances.size() - 1))
                .take(writer.only(
                        ClusterSetting.INSTANCE_PARAMETER_GROUP,
                        ClusterSetting.PUBLICLY_ACCESSIBLE,
                        ClusterSetting.CA_CERTIFICATE))
                .with(ClusterSetting.KMS_KEY_ID, cluster.kmsKeyId())
                .with(ClusterSetting.TAGS, Ownership.withoutOurs(cluster.tags()))
                .take(cluster.settings())
                .build();
    }

    public boolean is(Cluster cluster) {
        return resourceId.equals(cluster.resourceId());
    }

    /** Whether RDS removes the snapshot when it deletes this cluster. */
    public boolean takesAlong(Snapshot snapshot) {
        boolean here = arn.startsWith(snapshot.arn().substring(0, snapshot.arn().indexOf(":cluster-snapshot:")));
        boolean taken = snapshot.clusterResourceId().filter(resourceId::equals).isPresent()
                || arn.endsWith(":cluster:" + snapshot.cluster());
        return here && taken && snapshot.goesWithItsCluster();
    }

    public boolean has(Instance instance) {
        return instances.stream().anyMatch(one -> one.resourceId().equals(instance.resourceId()));
    }
}
