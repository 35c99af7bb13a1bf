package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Changes and restarts instances. */
final class InstanceModifying {

    private static final String OPERATION = "ModifyDBInstance";

    private final RegionState site;

    InstanceModifying(RegionState site) {
        this.site = site;
    }

    InstanceState modify(ModifyInstance request) {
        InstanceState instance = available(request.instance());
        if (request.changes().parameterGroup() != null) {
            Groups.required(site, Group.Kind.PARAMETER, request.changes().parameterGroup());
        }
        Certificates.check(request.changes().certificate());
        if (request.newId() != null) {
            rename(instance, NameChecks.instance(site, "NewDBInstanceIdentifier", request.newId()));
        } else if (request.changes().instanceClass() != null) {
            run(
                    instance,
                    OPERATION,
                    ResourceStatus.MODIFYING,
                    site.durations().modifyInstance(),
                    PendingWork.NO_DATA,
                    () -> {});
        }
        instance.change(request.changes());
        return instance;
    }

    /** Its sessions end at once; it is available again when its time is over. */
    InstanceState reboot(String idOrArn) {
        InstanceState instance = available(idOrArn);
        var restarted = site.data().restart(instance.cluster().resourceId());
        site.say(EventKind.INSTANCE_SHUT_DOWN, instance);
        run(
                instance,
                "RebootDBInstance",
                ResourceStatus.REBOOTING,
                site.durations().reboot(),
                () -> restarted,
                () -> site.say(EventKind.INSTANCE_RESTARTED, instance));
        return instance;
    }

    private void rename(InstanceState instance, String newId) {
        site.directory().pend(instance, newId);
        run(
                instance,
                OPERATION,
                ResourceStatus.RENAMING,
                site.durations().rename(),
                () -> site.data().restart(instance.cluster().resourceId()),
                () -> renamed(instance, newId));
    }

    private void renamed(InstanceState instance, String newId) {
        site.directory().remove(instance);
        instance.rename(newId);
        site.directory().add(instance);
    }

    private void run(
            InstanceState instance,
            String operation,
            String through,
            Duration takes,
            Supplier<CompletionStage<Void>> data,
            Runnable done) {
        instance.status().become(through);
        site.world()
                .start(new PendingWork(
                        operation,
                        takes,
                        () -> instance.status().is(through) ? data.get() : PendingWork.NO_DATA.get(),
                        ResourceStatus.FAILED,
                        () -> end(instance, through, ResourceStatus.AVAILABLE, done),
                        status -> end(instance, through, status, () -> {})));
    }

    /** Unless the instance is being deleted meanwhile. */
    private static void end(InstanceState instance, String through, String status, Runnable then) {
        if (instance.status().is(through)) {
            instance.status().become(status);
            then.run();
        }
    }

    private InstanceState available(String idOrArn) {
        InstanceState instance = site.directory().instance(idOrArn);
        if (!instance.status().is(ResourceStatus.AVAILABLE)) {
            throw RdsRefusals.instanceState("Database instance %s is not in available state; its state is %s."
                    .formatted(instance.id(), instance.status()));
        }
        return instance;
    }
}
