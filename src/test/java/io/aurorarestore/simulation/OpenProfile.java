package io.aurorarestore.simulation;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.StepTiming;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles that let every source be restored to any target of ours. */
final class OpenProfile {

    /** A writer and a reader. */
    static final Profile WITH_A_READER =
            of(ClusterSettings.builder().with(ClusterSetting.READERS, 1).build());

    private OpenProfile() {}

    static Profile of(ClusterSettings settings) {
        return of(settings, Optional.empty());
    }

    static Profile of(ClusterSettings settings, Optional<Map<StepName, StepTiming>> steps) {
        return of(settings, steps, Optional.empty());
    }

    static Profile of(ClusterSettings settings, Optional<Map<StepName, StepTiming>> steps, Optional<List<Hook>> hooks) {
        return of(settings, steps, hooks, Optional.empty());
    }

    static Profile measured(Objectives objectives) {
        return of(ClusterSettings.NONE, Optional.empty(), Optional.empty(), Optional.of(objectives));
    }

    private static Profile of(
            ClusterSettings settings,
            Optional<Map<StepName, StepTiming>> steps,
            Optional<List<Hook>> hooks,
            Optional<Objectives> objectives) {
        return new Profile(
                Optional.of(List.of("*")),
                Optional.of(List.of("orders-*")),
                Optional.empty(),
                Optional.empty(),
                settings,
                Optional.of("orders"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                steps,
                hooks,
                objectives);
    }
}
