package io.aurorarestore.port;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.SecretVersion;
import io.aurorarestore.model.request.Credentials;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Stages, activates and drops the master passwords of targets. A new password is staged first and made current only
 * once the restored cluster serves: until then the secret belongs to the cluster that is there. A secret that a
 * restore makes says so, and holds no current password before that.
 */
public interface MasterSecrets {

    /**
     * The credentials staged under a version, made up at the first call and the same at every further one. Creates the
     * secret where it does not exist, and takes over one that an earlier restore made for nothing.
     *
     * @param version a UUID, the same on every retry
     */
    Uni<Credentials> stage(RestoreId by, String secret, String version, String username);

    /** The version that is staged in a secret, ours or not, if there is one. Fails where the secret is being deleted. */
    Uni<Optional<String>> staged(String secret);

    /** The current version of any secret; empty where there is none, or it cannot be seen. */
    Uni<Optional<SecretVersion>> current(String secret);

    /** Makes a staged version the current one. Repeating it does nothing. */
    Uni<Void> activate(String secret, String version);

    /**
     * Forgets a staged version that was never made current, and with it the secret, if this restore made it and nothing
     * else came into it. Repeating it does nothing.
     */
    Uni<Void> drop(RestoreId by, String secret, String version);
}
