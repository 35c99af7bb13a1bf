package io.aurorarestore.model.restore;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.SecretVersion;
import io.aurorarestore.model.settings.Hook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What whoever works for a hook is asked with.
 *
 * @param id the same each time it is published
 * @param deadline for the answer
 * @param master the secret of the restored cluster's master user, and the version that logs in there
 * @param users the secrets of the profile's users
 */
public record HookRequest(
        Restore restore, HookId id, Instant deadline, Optional<SecretVersion> master, List<SecretVersion> users) {

    /** Without secrets, which have still to be looked up. */
    public static HookRequest of(Restore restore, Hook hook) {
        return new HookRequest(
                restore,
                restore.idOf(hook),
                restore.progress().since().plus(hook.deadline()),
                Optional.empty(),
                List.of());
    }

    public HookRequest with(Optional<SecretVersion> masters, List<SecretVersion> others) {
        return new HookRequest(restore, id, deadline, masters, others);
    }

    /** The name that the restored cluster has now. */
    public String cluster() {
        return restore.step().compareTo(StepName.VERIFY_ENDPOINT) > 0
                ? restore.target()
                : restore.names().staging();
    }
}
