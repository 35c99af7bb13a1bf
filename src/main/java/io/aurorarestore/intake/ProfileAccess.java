package io.aurorarestore.intake;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.text.NamePattern;
import io.aurorarestore.port.Profiles;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Loads the profiles that apply to a request, and checks who may use them. */
final class ProfileAccess {

    private final Profiles profiles;

    ProfileAccess(Profiles profiles) {
        this.profiles = profiles;
    }

    /** The request's profile and the default one; fails with {@link RequestRejectedException} for an unknown one. */
    Uni<Profiles.Applicable> applicable(RestoreRequest request) {
        return profiles.applicable(request).invoke(found -> {
            if (found.named().isEmpty() && !byDefault(request)) {
                throw new RequestRejectedException(
                        FailureCode.UNKNOWN_PROFILE, "There is no profile " + request.profile() + ".");
            }
        });
    }

    /** Fails with {@link RequestRejectedException} for one who may not use the profile; a profile that is gone lists nobody. */
    Uni<Void> permit(RestoreRequest request, String by) {
        return named(request)
                .chain(one -> resolver(request, one))
                .invoke(resolver -> permit(by, resolver))
                .replaceWithVoid();
    }

    /** Whether the profile, or the default one, says nothing of callers. */
    Uni<Boolean> openToAll(RestoreRequest request) {
        return named(request)
                .chain(one -> resolver(request, one))
                .map(resolver -> resolver.allowedCallers().isEmpty());
    }

    static void permit(String by, SettingsResolver resolver) {
        boolean permitted = resolver.allowedCallers()
                .map(patterns -> NamePattern.anyMatches(patterns, by))
                .orElse(true);
        if (!permitted) {
            throw new RequestRejectedException(
                    FailureCode.CALLER_NOT_ALLOWED, "The profile does not allow " + by + " to use it.");
        }
    }

    private Uni<Optional<Profile>> named(RestoreRequest request) {
        return byDefault(request) ? Uni.createFrom().item(Optional.empty()) : profiles.profile(request.profile());
    }

    private Uni<SettingsResolver> resolver(RestoreRequest request, Optional<Profile> named) {
        return profiles.profile(RestoreRequest.DEFAULT_PROFILE)
                .map(other -> new SettingsResolver(request, named, other));
    }

    private static boolean byDefault(RestoreRequest request) {
        return RestoreRequest.DEFAULT_PROFILE.equals(request.profile());
    }
}
