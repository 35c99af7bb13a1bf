package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * Changes clusters. Plain settings change at once; the master password and the name take their time, one after the
 * other, and the cluster cannot be modified meanwhile.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html">Modifying</a>
 */
final class ClusterModifying {

    private static final String OPERATION = "ModifyDBCluster";

    private final RegionState site;
    private final ManagedPasswords managed;

    ClusterModifying(RegionState site) {
        this.site = site;
        this.managed = new ManagedPasswords(site);
    }

    ClusterState modify(ModifyCluster request) {
        ClusterState cluster = site.directory().cluster(request.cluster());
        String newId = check(cluster, request);
        cluster.change(request.changes());
        if (newId != null) {
            site.directory().pend(cluster, newId);
        }
        Runnable rename = newId != null && request.applyImmediately() ? () -> rename(cluster, newId) : () -> {};
        String password = managed.password(cluster, request);
        if (password == null) {
            rename.run();
        } else {
            resetPassword(cluster, password, () -> {
                managed.set(cluster, request.changes().managed());
                rename.run();
            });
        }
        return cluster;
    }

    /** The new name, as it will be, or null. */
    private @Nullable String check(ClusterState cluster, ModifyCluster request) {
        if (!cluster.status().is(ResourceStatus.AVAILABLE)) {
            throw RdsRefusals.clusterState("DB cluster %s is not available for modification with status %s."
                    .formatted(cluster.id(), cluster.status()));
        }
        Monitoring.check(cluster.settings().with(request.changes()).further());
        ManagedPasswords.check(cluster, request);
        if (request.masterPassword() != null) {
            MasterPassword.check(request.masterPassword());
        }
        if (request.changes().parameterGroup() != null) {
            Groups.required(
                    site, Group.Kind.CLUSTER_PARAMETER, request.changes().parameterGroup());
        }
        return request.newId() == null ? null : NameChecks.cluster(site, "NewDBClusterIdentifier", request.newId());
    }

    private void resetPassword(ClusterState cluster, String password, Runnable then) {
        cluster.status().become(ResourceStatus.RESETTING);
        site.world()
                .start(new PendingWork(
                        OPERATION,
                        site.durations().resetPassword(),
                        () -> site.data()
                                .setPassword(
                                        cluster.resourceId(), cluster.volume().masterUser(), password),
                        ResourceStatus.AVAILABLE,
                        () -> passwordReset(cluster, then),
                        status -> passwordKept(cluster, status)));
    }

    private void passwordReset(ClusterState cluster, Runnable then) {
        cluster.status().become(ResourceStatus.AVAILABLE);
        site.say(EventKind.CREDENTIALS_RESET, cluster);
        then.run();
    }

    private void passwordKept(ClusterState cluster, String status) {
        cluster.status().become(status);
        site.directory().pend(cluster, null);
        managed.kept(cluster);
        cluster.writer()
                .ifPresent(writer -> site.say(EventKind.PASSWORD_NOT_RESET, writer, "The password was not accepted"));
    }

    private void rename(ClusterState cluster, String newId) {
        cluster.status().become(ResourceStatus.RENAMING);
        site.world().after(site.durations().rename().dividedBy(2), () -> silence(cluster));
        site.world()
                .start(new PendingWork(
                        OPERATION,
                        site.durations().rename(),
                        PendingWork.NO_DATA,
                        ResourceStatus.AVAILABLE,
                        () -> renamed(cluster, newId),
                        status -> nameKept(cluster, status)));
    }

    /** Half way through neither the old nor the new name answers. */
    private void silence(ClusterState cluster) {
        if (cluster.status().is(ResourceStatus.RENAMING)) {
            site.data().unpoint(site.region(), cluster.id());
        }
    }

    private void renamed(ClusterState cluster, String newId) {
        String oldId = cluster.id();
        site.directory().remove(cluster);
        cluster.rename(newId);
        site.directory().add(cluster);
        site.data().unpoint(site.region(), oldId);
        site.data().point(site.region(), newId, cluster.resourceId());
        cluster.status().become(ResourceStatus.AVAILABLE);
        site.say(EventKind.CLUSTER_RENAMED, cluster, oldId, newId);
    }

    private void nameKept(ClusterState cluster, String status) {
        site.directory().pend(cluster, null);
        cluster.status().become(status);
        site.data().point(site.region(), cluster.id(), cluster.resourceId());
    }
}
