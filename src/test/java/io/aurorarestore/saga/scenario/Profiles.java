package io.aurorarestore.saga.scenario;

import io.aurorarestore.restore.ClusterSettings;
import io.aurorarestore.restore.Profile;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.restore.StepTiming;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles for scenarios. */
final class Profiles {

    /** A writer and a reader. */
    static final Profile OPEN = of(ClusterSettings.builder().readers(1).build());

    private Profiles() {}

    static Profile of(ClusterSettings settings) {
        return of(settings, Optional.empty());
    }

    static Profile of(ClusterSettings settings, Optional<Map<StepName, StepTiming>> steps) {
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
                steps);
    }
}
