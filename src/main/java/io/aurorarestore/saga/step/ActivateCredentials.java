package io.aurorarestore.saga.step;

import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Observed;
import io.aurorarestore.saga.Step;
import io.aurorarestore.saga.command.ActivateMasterSecret;
import java.time.Duration;
import java.util.Optional;

/** Makes the staged master password the secret's current one: only now does the restored cluster serve. */
public record ActivateCredentials() implements Step {

    @Override
    public StepName name() {
        return StepName.ACTIVATE_CREDENTIALS;
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Optional<String> skips(Restore restore) {
        return restore.managedSecret() ? Optional.of("RDS keeps the master password") : Optional.empty();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return restore.progress().acted().isEmpty()
                ? Decision.act(new ActivateMasterSecret(restore.masterSecret(), restore.masterVersion()))
                : Decision.done("secret " + restore.masterSecret() + " serves the new password");
    }
}
