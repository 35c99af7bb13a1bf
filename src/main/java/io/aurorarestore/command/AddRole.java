package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Lets a cluster use an IAM role for a feature. */
public record AddRole(String cluster, String feature, String roleArn) implements AuthorizedByTags {

    /** Of the command on this feature, for those who ask whether it was carried out. */
    public static String key(String feature) {
        return "role " + feature;
    }

    @Override
    public String key() {
        return key(feature);
    }

    @Override
    public String description() {
        return "add role " + roleArn + " to " + cluster;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().addRole(cluster, feature, roleArn);
    }
}
