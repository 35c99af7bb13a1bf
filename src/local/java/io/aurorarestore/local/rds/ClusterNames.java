package io.aurorarestore.local.rds;

/** Names for clusters. */
final class ClusterNames {

    private ClusterNames() {}

    /** A valid name that no cluster has, nor is about to get by a rename under way. */
    static String free(Site site, String parameter, String name) {
        String id = Identifiers.resource(parameter, name);
        if (site.directory().clusters().stream().anyMatch(one -> one.id().equals(id) || one.isGetting(id))) {
            throw Refusals.clusterExists();
        }
        return id;
    }
}
