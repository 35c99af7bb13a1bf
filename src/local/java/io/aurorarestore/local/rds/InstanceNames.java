package io.aurorarestore.local.rds;

/** Names for instances. */
final class InstanceNames {

    private InstanceNames() {}

    /** A valid name that no instance of the region has, nor is about to get by a rename under way. */
    static String free(Site site, String parameter, String name) {
        String id = Identifiers.resource(parameter, name);
        if (site.directory().instances().stream().anyMatch(one -> one.id().equals(id) || one.isGetting(id))) {
            throw Refusals.instanceExists();
        }
        return id;
    }
}
