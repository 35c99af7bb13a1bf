package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/** Master passwords that RDS makes, and keeps in secrets that live as long as their clusters. */
final class ManagedPasswords {

    private static final String CREATING = "creating";
    private static final String ACTIVE = "active";

    private final RegionState site;

    ManagedPasswords(RegionState site) {
        this.site = site;
    }

    static void check(ClusterState cluster, ModifyCluster request) {
        ManagedPassword asked = request.changes().managed();
        boolean given = request.masterPassword() != null;
        boolean managed = cluster.attached().secret() != null;
        if (given && (asked.starts() || (managed && !asked.ends()))) {
            throw RdsError.invalidCombination(
                    "You can't specify MasterUserPassword for a cluster with ManageMasterUserPassword enabled.");
        }
        if (asked.ends() && managed && !given) {
            throw RdsError.invalidCombination(
                    "You must specify MasterUserPassword when you disable ManageMasterUserPassword.");
        }
        if (asked.kmsKeyId() != null && !asked.starts()) {
            throw RdsError.invalidCombination(
                    "You can specify MasterUserSecretKmsKeyId only with ManageMasterUserPassword enabled.");
        }
    }

    /** The password to set: the one given, one made up and put in a new secret, or null to keep what there is. */
    @Nullable
    String password(ClusterState cluster, ModifyCluster request) {
        ManagedPassword asked = request.changes().managed();
        return asked.starts() && cluster.attached().secret() == null
                ? made(cluster, asked.kmsKeyId())
                : request.masterPassword();
    }

    private String made(ClusterState cluster, @Nullable String askedKey) {
        String password = site.world().ids().password();
        String key = Keys.resolve(site, askedKey == null ? "alias/aws/secretsmanager" : askedKey);
        String arn = site.world()
                .secrets()
                .create(new ManagedSecrets.NewSecret(
                        site.region(),
                        "rds!cluster-" + site.world().ids().uuid(),
                        site.arn("cluster", cluster.id()).toString(),
                        key,
                        cluster.volume().masterUser(),
                        password));
        site.directory().relate(cluster, cluster.attached().withSecret(new Attached.Secret(arn, CREATING, key)));
        return password;
    }

    /** The password has been set. */
    void set(ClusterState cluster, ManagedPassword asked) {
        Attached.Secret secret = cluster.attached().secret();
        if (asked.starts() && secret != null) {
            site.directory()
                    .relate(
                            cluster,
                            cluster.attached()
                                    .withSecret(new Attached.Secret(secret.arn(), ACTIVE, secret.kmsKeyId())));
        } else if (asked.ends()) {
            forget(cluster);
        }
    }

    /** The password could not be set: a secret that was made for it is of no use. */
    void kept(ClusterState cluster) {
        Attached.Secret secret = cluster.attached().secret();
        if (secret != null && secret.status().equals(CREATING)) {
            forget(cluster);
        }
    }

    void forget(ClusterState cluster) {
        Attached.Secret secret = cluster.attached().secret();
        if (secret != null) {
            site.world().secrets().delete(site.region(), secret.arn());
            site.directory().relate(cluster, cluster.attached().withSecret(null));
        }
    }
}
