package io.aurorarestore.plan.step;

import io.aurorarestore.command.ChangeCluster;
import io.aurorarestore.command.EnableDataApi;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.Attributes;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is still to be set of a restored cluster that the call that makes one cannot say: the Data API, Database
 * Insights, local write forwarding, and monitoring where the replaced cluster has it as a whole. Nothing is called where
 * nothing of that is wanted.
 */
record LaterSettings(Restore restore, Cluster staging) {

    /** Set for the cluster, and so for all its instances alike. */
    private static final Set<Attribute> MONITORING = Set.of(
            Attribute.DATABASE_INSIGHTS,
            Attribute.PERFORMANCE_INSIGHTS,
            Attribute.PERFORMANCE_INSIGHTS_DAYS,
            Attribute.PERFORMANCE_INSIGHTS_KEY,
            Attribute.MONITORING_INTERVAL,
            Attribute.MONITORING_ROLE);

    /** Empty where all is as it is to be. */
    Optional<Decision> missing() {
        return dataApi().or(this::attributes);
    }

    private Optional<Decision> dataApi() {
        if (!wanted().isOn(Attribute.DATA_API) || has().isOn(Attribute.DATA_API)) {
            return Optional.empty();
        }
        return Optional.of(
                acted(EnableDataApi.KEY)
                        ? Decision.await("the Data API of " + staging.name() + " to be on", Pace.SOON)
                        : Decision.act(new EnableDataApi(staging.name(), staging.arn())));
    }

    private Optional<Decision> attributes() {
        Attributes missing = missingAttributes();
        if (missing.said().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                acted(ChangeCluster.KEY)
                        ? Decision.await("cluster " + staging.name() + " to have what was set of it", Pace.SOON)
                        : Decision.act(new ChangeCluster(staging.name(), missing), UsualPace.RESET_PASSWORD));
    }

    private Attributes missingAttributes() {
        boolean monitoring = differs(Attribute.DATABASE_INSIGHTS, "standard")
                || (isOfWhole(Attribute.PERFORMANCE_INSIGHTS) && differs(Attribute.PERFORMANCE_INSIGHTS, "false"))
                || (isOfWhole(Attribute.MONITORING_INTERVAL) && differs(Attribute.MONITORING_INTERVAL, "0"));
        boolean forwarding = differs(Attribute.LOCAL_WRITE_FORWARDING, "false");
        return wanted().only(one ->
                (monitoring && MONITORING.contains(one)) || (forwarding && one == Attribute.LOCAL_WRITE_FORWARDING));
    }

    private boolean differs(Attribute attribute, String usual) {
        return wanted().text(attribute)
                .filter(value -> !value.equals(has().text(attribute).orElse(usual)))
                .isPresent();
    }

    /** Whether the replaced cluster has it as a whole: else each instance has it, or has it not. */
    private boolean isOfWhole(Attribute attribute) {
        return restore.outputs()
                .predecessor()
                .map(Predecessor::settings)
                .filter(old -> old.attributes().text(attribute).isPresent())
                .isPresent();
    }

    /** Advanced insights are refused without Performance Insights. */
    private Attributes wanted() {
        Attributes wanted = restore.cluster().attributes().consistent();
        return wanted.text(Attribute.DATABASE_INSIGHTS)
                        .filter("advanced"::equals)
                        .isPresent()
                ? wanted.over(Attributes.ADVANCED)
                : wanted;
    }

    private Attributes has() {
        return staging.settings().attributes();
    }

    private boolean acted(String key) {
        return restore.progress().actedAt(key).isPresent();
    }
}
