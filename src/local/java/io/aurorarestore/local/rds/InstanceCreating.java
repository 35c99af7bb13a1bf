package io.aurorarestore.local.rds;

import java.util.concurrent.CompletionStage;

/** Creates instances in clusters. */
final class InstanceCreating {

    private static final String OPERATION = "CreateDBInstance";
    private static final String SERVERLESS = "db.serverless";

    private final RegionState site;

    InstanceCreating(RegionState site) {
        this.site = site;
    }

    InstanceState create(NewInstance request) {
        ClusterState cluster = site.directory().cluster(request.cluster());
        String id = NameChecks.instance(site, "DBInstanceIdentifier", request.instance());
        check(cluster, request);
        InstanceState instance = begun(id, cluster, request);
        site.directory().add(instance);
        cluster.join(instance);
        site.world()
                .start(new PendingWork(
                        OPERATION,
                        site.durations().createInstance(),
                        () -> open(instance),
                        ResourceStatus.FAILED,
                        () -> created(instance),
                        status -> failed(instance, status)));
        return instance;
    }

    private void check(ClusterState cluster, NewInstance request) {
        if (!cluster.status().is(ResourceStatus.AVAILABLE)) {
            throw RdsRefusals.clusterState(
                    "DB cluster %s is in the %s state; it must be available to create an instance in it."
                            .formatted(cluster.id(), cluster.status()));
        }
        if (!cluster.volume().engine().equals(request.engine())) {
            throw RdsError.invalidCombination(("The engine name requested for your DB Instance (%s) doesn't match the "
                            + "engine name of your DB Cluster (%s).")
                    .formatted(request.engine(), cluster.volume().engine()));
        }
        if (!request.instanceClass().startsWith("db.")) {
            throw RdsError.invalidValue("Invalid DB Instance class: " + request.instanceClass());
        }
        Offerings.check(
                site, cluster, request.instanceClass(), request.settings().availabilityZone());
        if (request.instanceClass().equals(SERVERLESS) && cluster.settings().scaling() == null) {
            throw RdsError.invalidCombination("Set the Serverless v2 scaling configuration on the parent DB cluster "
                    + "before creating a Serverless v2 DB instance.");
        }
        Certificates.check(request.settings().certificate());
        if (site.directory().instanceCount() >= site.quotas().instances()) {
            throw RdsRefusals.instanceQuota();
        }
    }

    private InstanceState begun(String id, ClusterState cluster, NewInstance request) {
        InstanceDetails settings = InstanceDetails.of(
                        request.instanceClass(), "default." + cluster.volume().family(), site.region() + "a")
                .with(request.settings());
        Groups.required(site, Group.Kind.PARAMETER, settings.parameterGroup());
        Monitoring.check(settings.further());
        return new InstanceState(
                id,
                site.world().ids().resource("db"),
                cluster,
                settings,
                site.world().now(),
                new ResourceStatus(site.world(), ResourceStatus.CREATING),
                Tags.checked(request.tags()));
    }

    private CompletionStage<Void> open(InstanceState instance) {
        if (!isCreating(instance)) {
            return PendingWork.NO_DATA.get();
        }
        instance.serve(true);
        return site.serve(instance.cluster());
    }

    private static boolean isCreating(InstanceState instance) {
        return instance.status().is(ResourceStatus.CREATING);
    }

    private void created(InstanceState instance) {
        if (isCreating(instance)) {
            instance.status().become(ResourceStatus.AVAILABLE);
            site.say(EventKind.INSTANCE_CREATED, instance);
        }
    }

    private void failed(InstanceState instance, String status) {
        if (isCreating(instance)) {
            instance.serve(false);
            instance.status().become(status);
            say(instance, status, "The simulated failure asked for");
        }
    }

    private void say(InstanceState instance, String status, String why) {
        switch (status) {
            case "insufficient-capacity" -> site.say(EventKind.INSTANCE_OVER_LIMITS, instance, why);
            case "incompatible-network" -> site.say(EventKind.INSTANCE_NETWORK, instance, status, why);
            default -> site.say(EventKind.INSTANCE_PUT_INTO, instance, status, why);
        }
    }
}
