package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Changes and restarts instances. */
final class InstanceModifying {

    private static final String OPERATION = "ModifyDBInstance";

    private final Site site;

    InstanceModifying(Site site) {
        this.site = site;
    }

    Instance modify(ModifyInstance request) {
        Instance instance = available(request.instance());
        if (request.changes().parameterGroup() != null) {
            Groups.required(site, Group.Kind.PARAMETER, request.changes().parameterGroup());
        }
        Certificates.check(request.changes().certificate());
        if (request.newId() != null) {
            rename(instance, NewNames.instance(site, "NewDBInstanceIdentifier", request.newId()));
        } else if (request.changes().instanceClass() != null) {
            run(instance, OPERATION, Status.MODIFYING, site.durations().modifyInstance(), Task.NO_DATA, () -> {});
        }
        instance.change(request.changes());
        return instance;
    }

    /** Its sessions end at once; it is available again when its time is over. */
    Instance reboot(String idOrArn) {
        Instance instance = available(idOrArn);
        var restarted = site.data().restart(instance.cluster().resourceId());
        site.say(EventKind.INSTANCE_SHUT_DOWN, instance);
        run(
                instance,
                "RebootDBInstance",
                Status.REBOOTING,
                site.durations().reboot(),
                () -> restarted,
                () -> site.say(EventKind.INSTANCE_RESTARTED, instance));
        return instance;
    }

    private void rename(Instance instance, String newId) {
        instance.pend(newId);
        run(
                instance,
                OPERATION,
                Status.RENAMING,
                site.durations().rename(),
                () -> site.data().restart(instance.cluster().resourceId()),
                () -> renamed(instance, newId));
    }

    private void renamed(Instance instance, String newId) {
        site.directory().remove(instance);
        instance.rename(newId);
        site.directory().add(instance);
    }

    private void run(
            Instance instance,
            String operation,
            String through,
            Duration takes,
            Supplier<CompletionStage<Void>> data,
            Runnable done) {
        instance.status().become(through);
        site.world()
                .start(new Task(
                        operation,
                        takes,
                        () -> instance.status().is(through) ? data.get() : Task.NO_DATA.get(),
                        Status.FAILED,
                        () -> end(instance, through, Status.AVAILABLE, done),
                        status -> end(instance, through, status, () -> {})));
    }

    /** Unless the instance is being deleted meanwhile. */
    private static void end(Instance instance, String through, String status, Runnable then) {
        if (instance.status().is(through)) {
            instance.status().become(status);
            then.run();
        }
    }

    private Instance available(String idOrArn) {
        Instance instance = site.directory().instance(idOrArn);
        if (!instance.status().is(Status.AVAILABLE)) {
            throw Refusals.instanceState("Database instance %s is not in available state; its state is %s."
                    .formatted(instance.id(), instance.status()));
        }
        return instance;
    }
}
