package io.aurorarestore.port;

import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.settings.Profile;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Reads the profiles that operators keep. */
public interface Profiles {

    /** Fails with {@link CallFailedException} {@code INVALID_PROFILE} where the profile cannot be read. */
    Uni<Optional<Profile>> profile(String name);

    /**
     * What is read before a request is accepted.
     *
     * @param named empty where the request names none, or there is none
     * @param usual what restores like it took; nothing where that cannot be read
     */
    record Applicable(Optional<Profile> named, Optional<Profile> byDefault, Durations usual) {}

    /** In one call; fails as {@link #profile}. */
    default Uni<Applicable> applicable(RestoreRequest request) {
        Uni<Optional<Profile>> named = RestoreRequest.DEFAULT_PROFILE.equals(request.profile())
                ? Uni.createFrom().item(Optional.empty())
                : profile(request.profile());
        return named.chain(one ->
                profile(RestoreRequest.DEFAULT_PROFILE).map(other -> new Applicable(one, other, Durations.NONE)));
    }

    /** The names of all profiles, sorted. */
    Uni<List<String>> names();
}
