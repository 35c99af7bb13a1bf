package io.aurorarestore.engine;

import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.port.Profiles;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The same profile under every name. */
public record OneProfile(Supplier<Profile> profile) implements Profiles {

    @Override
    public Uni<Optional<Profile>> profile(String name) {
        return Uni.createFrom().item(() -> Optional.of(profile.get()));
    }

    @Override
    public Uni<List<String>> names() {
        return Uni.createFrom().item(() -> List.of("default"));
    }
}
