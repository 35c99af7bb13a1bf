package io.aurorarestore.plan.step;

import io.aurorarestore.command.AddRole;
import io.aurorarestore.command.ChangeCluster;
import io.aurorarestore.command.EnableDataApi;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.Attributes;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is still to be set of a restored cluster that the call that makes one cannot say: roles, the Data API,
 * Database Insights, local write forwarding, and monitoring where the replaced cluster has it as a whole. Nothing is
 * called where nothing of that is wanted.
 *
 * @param old the replaced cluster's settings
 * @param besides what else is changed with these, where anything is
 */
record LaterSettings(
        Progress progress,
        Cluster cluster,
        ClusterSettings wanted,
        Optional<ClusterSettings> old,
        ClusterSettings besides) {

    /** Set for the cluster, and so for all its instances alike. */
    private static final Set<Attribute> MONITORING = Set.of(
            Attribute.DATABASE_INSIGHTS,
            Attribute.PERFORMANCE_INSIGHTS,
            Attribute.PERFORMANCE_INSIGHTS_DAYS,
            Attribute.PERFORMANCE_INSIGHTS_KEY,
            Attribute.MONITORING_INTERVAL,
            Attribute.MONITORING_ROLE);

    static LaterSettings of(Restore restore, Cluster staging) {
        return new LaterSettings(
                restore.progress(),
                staging,
                restore.cluster(),
                restore.outputs().predecessor().map(Predecessor::settings),
                ClusterSettings.NONE);
    }

    /** Of the old cluster where it was made anew: all that it had, its backups and windows among it. */
    static LaterSettings ofRemade(Restore restore, Cluster remade, Predecessor old) {
        return new LaterSettings(
                restore.progress(),
                remade,
                old.settings(),
                Optional.of(old.settings()),
                missing(old.settings(), remade.settings()));
    }

    private static ClusterSettings missing(ClusterSettings old, ClusterSettings now) {
        ClusterSettings wanted = laterOf(old);
        return wanted.equals(laterOf(now)) ? ClusterSettings.NONE : wanted;
    }

    private static ClusterSettings laterOf(ClusterSettings all) {
        return all.only(
                ClusterSetting.BACKUP_RETENTION_DAYS, ClusterSetting.BACKUP_WINDOW, ClusterSetting.MAINTENANCE_WINDOW);
    }

    /** Empty where all is as it is to be. */
    Optional<Decision> missing() {
        return dataApi().or(this::settings);
    }

    /** A cluster is restored without the roles that its features use. */
    Optional<Decision> missingRole() {
        Map<String, String> has = cluster.settings().roles().orElse(Map.of());
        return wanted.roles().orElse(Map.of()).entrySet().stream()
                .filter(role -> !has.containsKey(role.getKey()))
                .filter(role -> !acted(AddRole.key(role.getKey())))
                .findFirst()
                .map(role -> Decision.act(new AddRole(cluster.name(), role.getKey(), role.getValue())));
    }

    private Optional<Decision> dataApi() {
        if (!attributes().isOn(Attribute.DATA_API) || has().isOn(Attribute.DATA_API)) {
            return Optional.empty();
        }
        return Optional.of(
                acted(EnableDataApi.KEY)
                        ? Decision.await("the Data API of " + cluster.name() + " to be on", Pace.SOON)
                        : Decision.act(new EnableDataApi(cluster.name(), cluster.arn())));
    }

    private Optional<Decision> settings() {
        Attributes missing = missingAttributes();
        boolean more = !besides.equals(ClusterSettings.NONE) && !acted(ChangeCluster.KEY);
        if (missing.said().isEmpty() && !more) {
            return Optional.empty();
        }
        return Optional.of(
                acted(ChangeCluster.KEY)
                        ? Decision.await("cluster " + cluster.name() + " to have what was set of it", Pace.SOON)
                        : Decision.act(
                                new ChangeCluster(cluster.name(), besides.withAttributes(missing)),
                                UsualPace.RESET_PASSWORD));
    }

    private Attributes missingAttributes() {
        boolean monitoring = differs(Attribute.DATABASE_INSIGHTS, "standard")
                || (isOfWhole(Attribute.PERFORMANCE_INSIGHTS) && differs(Attribute.PERFORMANCE_INSIGHTS, "false"))
                || (isOfWhole(Attribute.MONITORING_INTERVAL) && differs(Attribute.MONITORING_INTERVAL, "0"));
        boolean forwarding = differs(Attribute.LOCAL_WRITE_FORWARDING, "false");
        return attributes()
                .only(one -> (monitoring && MONITORING.contains(one))
                        || (forwarding && one == Attribute.LOCAL_WRITE_FORWARDING));
    }

    private boolean differs(Attribute attribute, String usual) {
        return attributes()
                .text(attribute)
                .filter(value -> !value.equals(has().text(attribute).orElse(usual)))
                .isPresent();
    }

    /** Whether the replaced cluster has it as a whole: else each instance has it, or has it not. */
    private boolean isOfWhole(Attribute attribute) {
        return old.filter(one -> one.attributes().text(attribute).isPresent()).isPresent();
    }

    /** Advanced insights are refused without Performance Insights. */
    private Attributes attributes() {
        Attributes all = wanted.attributes().consistent();
        return all.text(Attribute.DATABASE_INSIGHTS).filter("advanced"::equals).isPresent()
                ? all.over(Attributes.ADVANCED)
                : all;
    }

    private Attributes has() {
        return cluster.settings().attributes();
    }

    private boolean acted(String key) {
        return progress.actedAt(key).isPresent();
    }
}
