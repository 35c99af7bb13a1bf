package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.InstanceSettings;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.text.NamePattern;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks whether the service may give the restored cluster its roles, and an old one that is deleted first its own, should
 * that be undone: else RDS would be asked in vain, hours later.
 */
record RoleChecks(Restore restore, Home home) {

    List<String> problems() {
        ClusterSettings cluster = restore.cluster();
        Stream<String> monitoring = InstanceSettings.all(restore).stream()
                .flatMap(one -> one.attributes().text(Attribute.MONITORING_ROLE).stream());
        Stream<String> domain = cluster.attributes().consistent().text(Attribute.DOMAIN_ROLE).stream();
        Stream<String> features = cluster.roles().orElse(Map.of()).values().stream();
        return Stream.of(
                        refused(
                                monitoring,
                                "for Enhanced Monitoring",
                                ", or set monitoringInterval to 0 in the profile to go without"),
                        refused(domain, "for its domain", ""),
                        refused(features, "for a feature", ", or say its roles in the profile, {} for none"),
                        refused(
                                ofTheOld(),
                                "that it would have to bring back",
                                ", or take it off the old cluster, or swap instead of deleting first"))
                .flatMap(some -> some)
                .toList();
    }

    private Stream<String> ofTheOld() {
        return restore.outputs().predecessor().stream()
                .filter(old -> restore.clearsFirst())
                .flatMap(old -> Stream.of(
                                old.lasting().stream()
                                        .map(Predecessor.Member::settings)
                                        .flatMap(one -> one.attributes().text(Attribute.MONITORING_ROLE).stream()),
                                old.settings().attributes().text(Attribute.DOMAIN_ROLE).stream(),
                                old.settings().roles().orElse(Map.of()).values().stream())
                        .flatMap(some -> some));
    }

    private Stream<String> refused(Stream<String> roles, String what, String instead) {
        return roles.distinct()
                .filter(role -> home.passableRoles()
                        .filter(pattern -> !new NamePattern(pattern).matches(role.replaceFirst("^arn:.*?:role/", "")))
                        .isPresent())
                .map(role -> "The service may not give the role " + role + " to a cluster " + what
                        + ": deploy it with a ClusterRolePattern that the role matches" + instead + ".");
    }
}
