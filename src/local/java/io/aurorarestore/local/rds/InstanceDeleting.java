package io.aurorarestore.local.rds;

import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Deletes instances, whatever state they are in; their cluster's deletion protection does not hold for them. */
final class InstanceDeleting {

    private static final Set<String> UNPOWERED = Set.of(Status.STOPPING, Status.STOPPED, Status.STARTING);

    private final Site site;
    private final ClusterDeleting clusters;

    InstanceDeleting(Site site, ClusterDeleting clusters) {
        this.site = site;
        this.clusters = clusters;
    }

    Instance delete(String idOrArn) {
        Instance instance = site.directory().instance(idOrArn);
        check(instance);
        instance.status().become(Status.DELETING);
        site.world()
                .start(new Task(
                        "DeleteDBInstance",
                        site.durations().deleteInstance(),
                        () -> stop(instance),
                        Status.FAILED,
                        () -> gone(instance),
                        status -> instance.status().become(status)));
        return instance;
    }

    private static void check(Instance instance) {
        if (instance.status().is(Status.DELETING)) {
            throw Refusals.instanceState("Instance %s is already being deleted.".formatted(instance.id()));
        }
        if (UNPOWERED.contains(instance.cluster().status().actual())) {
            throw Refusals.clusterState("DB cluster %s is in the %s state; its instances cannot be deleted."
                    .formatted(instance.cluster().id(), instance.cluster().status()));
        }
    }

    private CompletionStage<Void> stop(Instance instance) {
        boolean served = instance.serves();
        instance.serve(false);
        return served && !instance.cluster().served()
                ? site.data().stop(instance.cluster().resourceId())
                : Task.NO_DATA.get();
    }

    private void gone(Instance instance) {
        site.directory().remove(instance);
        instance.cluster().leave(instance);
        site.say(EventKind.INSTANCE_DELETED, instance);
        clusters.instanceGone(instance.cluster());
    }
}
