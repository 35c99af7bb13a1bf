package io.aurorarestore.saga.scenario;

import io.aurorarestore.restore.Profile;
import java.util.List;
import java.util.Optional;

/** Profiles for scenarios. */
final class Profiles {

    static final Profile OPEN = new Profile(
            Optional.of(List.of("*")),
            Optional.of(List.of("orders-*")),
            Optional.empty(),
            Optional.of(1),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("orders"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private Profiles() {}
}
