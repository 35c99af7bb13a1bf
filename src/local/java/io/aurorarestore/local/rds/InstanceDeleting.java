package io.aurorarestore.local.rds;

import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Deletes instances, whatever state they are in; their cluster's deletion protection does not hold for them. */
final class InstanceDeleting {

    private static final Set<String> UNPOWERED =
            Set.of(ResourceStatus.STOPPING, ResourceStatus.STOPPED, ResourceStatus.STARTING);

    private final RegionState site;
    private final ClusterDeleting clusters;

    InstanceDeleting(RegionState site, ClusterDeleting clusters) {
        this.site = site;
        this.clusters = clusters;
    }

    InstanceState delete(String idOrArn) {
        InstanceState instance = site.directory().instance(idOrArn);
        check(instance);
        instance.status().become(ResourceStatus.DELETING);
        site.world()
                .start(new PendingWork(
                        "DeleteDBInstance",
                        site.durations().deleteInstance(),
                        () -> stop(instance),
                        ResourceStatus.FAILED,
                        () -> gone(instance),
                        status -> instance.status().become(status)));
        return instance;
    }

    private static void check(InstanceState instance) {
        if (instance.status().is(ResourceStatus.DELETING)) {
            throw RdsRefusals.instanceState("Instance %s is already being deleted.".formatted(instance.id()));
        }
        if (UNPOWERED.contains(instance.cluster().status().actual())) {
            throw RdsRefusals.clusterState("DB cluster %s is in the %s state; its instances cannot be deleted."
                    .formatted(instance.cluster().id(), instance.cluster().status()));
        }
    }

    private CompletionStage<Void> stop(InstanceState instance) {
        boolean served = instance.serves();
        instance.serve(false);
        return served && !instance.cluster().served()
                ? site.data().stop(instance.cluster().resourceId())
                : PendingWork.NO_DATA.get();
    }

    private void gone(InstanceState instance) {
        site.directory().remove(instance);
        instance.cluster().leave(instance);
        site.say(EventKind.INSTANCE_DELETED, instance);
        clusters.instanceGone(instance.cluster());
    }
}
