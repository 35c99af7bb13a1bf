package io.aurorarestore.engine;

import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.port.Profiles;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The same profile under every name.
 *
 * @param usual what restores like a requested one took
 */
public record OneProfile(Supplier<Profile> profile, Function<RestoreRequest, Durations> usual) implements Profiles {

    public OneProfile(Supplier<Profile> profile) {
        this(profile, request -> Durations.NONE);
    }

    @Override
    public Uni<Applicable> applicable(RestoreRequest request) {
        return Profiles.super
                .applicable(request)
                .map(found -> new Applicable(found.named(), found.byDefault(), usual.apply(request)));
    }

    @Override
    public Uni<Optional<Profile>> profile(String name) {
        return Uni.createFrom().item(() -> Optional.of(profile.get()));
    }

    @Override
    public Uni<List<String>> names() {
        return Uni.createFrom().item(() -> List.of("default"));
    }
}
