package io.aurorarestore.model.settings;

import io.aurorarestore.model.StepName;
import java.util.List;
import java.util.Map;

/**
 * The settings of a restore, from request and profiles, fixed when it is opened.
 *
 * @param asked of the cluster: request over profile over profile {@code default}
 * @param origins where each setting that was asked comes from, by its name
 * @param steps how long steps may take, where a profile says so
 * @param hooks what others are asked to do between steps, in this order where several have the same place
 * @param objectives what a restore is measured by
 */
public record Settings(
        List<String> allowedSources,
        ClusterSettings asked,
        Map<String, String> origins,
        DatabaseSettings database,
        Map<StepName, StepTiming> steps,
        List<Hook> hooks,
        Objectives objectives) {

    /** Without hooks. */
    public Settings(
            List<String> allowedSources,
            ClusterSettings asked,
            Map<String, String> origins,
            DatabaseSettings database,
            Map<StepName, StepTiming> steps) {
        this(allowedSources, asked, origins, database, steps, List.of());
    }

    /** Without objectives. */
    public Settings(
            List<String> allowedSources,
            ClusterSettings asked,
            Map<String, String> origins,
            DatabaseSettings database,
            Map<StepName, StepTiming> steps,
            List<Hook> hooks) {
        this(allowedSources, asked, origins, database, steps, hooks, Objectives.NONE);
    }

    /** For what never works in a database, and asks nobody. */
    public Settings withoutDatabase() {
        return new Settings(allowedSources, asked, origins, DatabaseSettings.NONE, steps);
    }

    public StepTiming timing(StepName step) {
        return steps.getOrDefault(step, StepTiming.BUILT_IN);
    }
}
