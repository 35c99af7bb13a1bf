package io.aurorarestore.local.rds;

/** Names for instances. */
final class InstanceNames {

    private InstanceNames() {}

    /** A valid name that no instance of the region has. */
    static String free(Site site, String parameter, String name) {
        String id = Identifiers.resource(parameter, name);
        if (site.directory().findInstance(id).isPresent()) {
            throw Refusals.instanceExists();
        }
        return id;
    }
}
