package io.aurorarestore.engine;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.request.SourceSelector;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.restore.OwnedResources;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.StepOutputs;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.model.settings.StepTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Things as tests need them. */
public final class TestData {

    public static final Home HOME = new Home("us-east-1", "123456789012");
    public static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    public static final RestoreId ID = RestoreId.of("a request");
    public static final Map<String, String> OURS = Ownership.tags(ID);
    public static final Map<String, String> STRANGERS = Map.of("team", "somebody");
    public static final String SOURCE_ARN =
            "arn:aws:rds:us-west-2:123456789012:cluster-snapshot:orders-prod-2026-11-20";
    public static final String LOCAL_ARN = HOME.snapshotArn("orders-prod-2026-11-20");

    private TestData() {}

    public static Settings settings() {
        return settings(0, ArchiveMode.TAG, Optional.empty());
    }

    public static Settings settings(int readers, ArchiveMode archive, Optional<String> key) {
        return settings(ClusterSettings.builder()
                .with(ClusterSetting.READERS, readers)
                .with(ClusterSetting.ARCHIVE, archive)
                .with(ClusterSetting.KMS_KEY_ID, key)
                .build());
    }

    public static Settings settings(Map<StepName, StepTiming> steps) {
        Settings plain = settings();
        return new Settings(plain.allowedSources(), plain.asked(), plain.origins(), plain.database(), steps);
    }

    public static Settings settings(List<Hook> hooks) {
        return settings(hooks, settings().objectives());
    }

    /** Of a profile that says what restores are measured by. */
    public static Settings settings(Objectives objectives) {
        return settings(settings().hooks(), objectives);
    }

    private static Settings settings(List<Hook> hooks, Objectives objectives) {
        Settings plain = settings();
        return new Settings(
                plain.allowedSources(),
                plain.asked(),
                plain.origins(),
                plain.database(),
                plain.steps(),
                hooks,
                objectives);
    }

    public static Settings settings(ClusterSettings asked) {
        return new Settings(
                List.of("orders-*"),
                asked,
                Map.of(),
                new DatabaseSettings(
                        "orders",
                        List.of(new DatabaseUser("orders/app", Grant.READ_WRITE)),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(Check.unnamed("select true"))),
                Map.of());
    }

    /** A profile that says who may restore what, and how the cluster is to be. */
    public static Profile profile(
            Optional<List<String>> targets, Optional<List<String>> sources, ClusterSettings settings) {
        return profile(targets, sources, Optional.empty(), settings);
    }

    /** One that says as well which settings a request may say. */
    public static Profile profile(
            Optional<List<String>> targets,
            Optional<List<String>> sources,
            Optional<List<String>> requestMay,
            ClusterSettings settings) {
        return profile(targets, sources, Optional.empty(), requestMay, settings);
    }

    /** One that says who may use it, if anybody in particular. */
    public static Profile profileFor(Optional<List<String>> callers, ClusterSettings settings) {
        return profile(Optional.empty(), Optional.empty(), callers, Optional.empty(), settings);
    }

    private static Profile profile(
            Optional<List<String>> targets,
            Optional<List<String>> sources,
            Optional<List<String>> callers,
            Optional<List<String>> requestMay,
            ClusterSettings settings) {
        return new Profile(
                targets,
                sources,
                callers,
                requestMay,
                settings,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Restore restore(StepName step) {
        return restore(step, settings());
    }

    public static Restore restore(StepName step, Settings settings) {
        return restore(step, settings, new SnapshotSelector.ById(SOURCE_ARN));
    }

    public static Restore restore(StepName step, Settings settings, SourceSelector source) {
        return restore(step, settings, new RestoreRequest("orders-drill", source, "default"));
    }

    public static Restore restore(StepName step, Settings settings, RestoreRequest request) {
        return Restore.open(ID, new AcceptedRequest(request, settings, "a request", "a test", NOW), step);
    }

    /** With the source found, and usable as it is. */
    public static Restore located(StepName step, Settings settings, Snapshot source) {
        StepOutputs found = StepOutputs.NONE.withSource(source).withUsable(source);
        return restore(step, settings).with(found);
    }

    public static Restore owning(Restore restore, ResourceKind kind, String name, String arn) {
        return restore.with(restore.resources().plus(OwnedResource.planned(kind, name, arn)));
    }

    /** A cluster of the home region, of which an hour can be restored. */
    public static SourceCluster sourceCluster(String name, String status) {
        return sourceCluster(name, status, 1, Optional.of("its-key"), false);
    }

    public static SourceCluster sourceCluster(
            String name, String status, int instances, Optional<String> key, boolean deleted) {
        return new SourceCluster(
                name,
                HOME.clusterArn(name),
                resourceId(name),
                status,
                "aurora-postgresql",
                "17.4",
                "provisioned",
                key.isPresent(),
                key,
                Optional.of(NOW.minus(Duration.ofHours(1))),
                Optional.of(NOW.minus(Duration.ofMinutes(3))),
                deleted,
                instances,
                0,
                Optional.of("default"));
    }

    /** With the cluster found that data is taken from. */
    public static Restore located(StepName step, Settings settings, ClusterMoment moment) {
        return restore(step, settings).with(StepOutputs.NONE.withSource(moment));
    }

    /** With the staging cluster made and pinned. */
    public static Restore staged(StepName step) {
        Restore restore = located(step, settings(), snapshot(LOCAL_ARN, "available"));
        String arn = HOME.clusterArn(restore.names().staging());
        OwnedResources made = OwnedResources.NONE
                .plus(OwnedResource.planned(
                        ResourceKind.CLUSTER, restore.names().staging(), arn))
                .pinned(arn, resourceId(restore.names().staging()));
        return restore.with(made);
    }

    public static Restore acted(Restore restore, String command) {
        return restore.with(restore.progress().acted(command, NOW));
    }

    public static Snapshot snapshot(String arn, String status) {
        return snapshot(arn, status, NOW.minusSeconds(3600), Optional.empty(), Map.of());
    }

    public static Snapshot snapshot(
            String arn, String status, Instant created, Optional<String> key, Map<String, String> tags) {
        String id = arn.split(":", 7)[6];
        return new Snapshot(
                id,
                arn,
                "orders-prod",
                status,
                50,
                created,
                "aurora-postgresql",
                "17.4",
                "postgres",
                key,
                key.isPresent(),
                Optional.empty(),
                Optional.of(id.startsWith("rds:") ? "automated" : "manual"),
                Optional.empty(),
                tags,
                Optional.empty());
    }

    /** The same, with this key. */
    public static Snapshot encrypted(Snapshot one, Optional<String> key) {
        return new Snapshot(
                one.id(),
                one.arn(),
                one.cluster(),
                one.status(),
                one.percent(),
                one.createdAt(),
                one.engine(),
                one.engineVersion(),
                one.masterUser(),
                key,
                key.isPresent(),
                one.copiedFrom(),
                one.type(),
                one.clusterResourceId(),
                one.tags(),
                Optional.empty());
    }

    /** Copied from another at some time, under an id of our own region. */
    public static Snapshot copied(String id, Instant when, String from) {
        return new Snapshot(
                id,
                HOME.snapshotArn(id),
                "orders-prod",
                "available",
                100,
                when,
                "aurora-postgresql",
                "17.4",
                "postgres",
                Optional.empty(),
                false,
                Optional.of(from),
                Optional.of("manual"),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    /** An automated snapshot of a cluster. */
    public static Snapshot automated(String arn, String cluster, String resourceId) {
        return new Snapshot(
                arn.split(":", 7)[6],
                arn,
                cluster,
                "available",
                100,
                NOW.minusSeconds(3600),
                "aurora-postgresql",
                "17.4",
                "postgres",
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of("automated"),
                Optional.of(resourceId),
                Map.of(),
                Optional.of(186));
    }

    public static Cluster cluster(String name, String status, Map<String, String> tags) {
        return cluster(name, resourceId(name), status, tags);
    }

    public static Cluster cluster(String name, String resourceId, String status, Map<String, String> tags) {
        return new Cluster(
                name,
                HOME.clusterArn(name),
                resourceId,
                status,
                "postgres",
                new Endpoint(name, 5432),
                List.of(),
                ClusterSettings.NONE,
                Optional.empty(),
                Optional.empty(),
                tags,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With these settings and instances, the writer first. */
    public static Cluster cluster(String name, ClusterSettings settings, List<Instance> instances) {
        return new Cluster(
                name,
                HOME.clusterArn(name),
                resourceId(name),
                "available",
                "postgres",
                new Endpoint(name, 5432),
                instances.stream().map(Instance::name).toList(),
                settings,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same cluster under another name. */
    public static Cluster renamed(Cluster cluster, String name, Map<String, String> tags) {
        return cluster(name, cluster.resourceId(), cluster.status(), tags);
    }

    public static Instance instance(String name, String status, Map<String, String> tags) {
        return instance(name, status, "db.r6g.large", tags);
    }

    public static Instance instance(String name, String status, String instanceClass, Map<String, String> tags) {
        return new Instance(
                name, HOME.instanceArn(name), "db-" + name, status, instanceClass, ClusterSettings.NONE, tags);
    }

    private static String resourceId(String name) {
        return "cluster-" + name;
    }
}
