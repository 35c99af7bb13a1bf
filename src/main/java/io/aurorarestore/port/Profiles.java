package io.aurorarestore.port;

import io.aurorarestore.model.settings.Profile;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Reads the profiles that operators keep. */
public interface Profiles {

    /** Fails with {@link CallFailedException} {@code INVALID_PROFILE} where the profile cannot be read. */
    Uni<Optional<Profile>> profile(String name);

    /** The names of all profiles, sorted. */
    Uni<List<String>> names();
}
