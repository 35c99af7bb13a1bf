package io.aurorarestore.plan.step;

import io.aurorarestore.command.ActivateMasterSecret;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes the staged master password the secret's current one, after the pivot: only now does the restored cluster
 * serve.
 */
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
    public List<Describe> describe(Restore restore) {
        return restore.progress().acted().isEmpty()
                ? List.of(new Describe.AtMasterSecret(restore.masterSecret()))
                : List.of();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        if (!restore.progress().acted().isEmpty()) {
            return Decision.done("secret " + restore.masterSecret() + " serves the new password");
        }
        return seen.staged()
                .filter(version -> !version.equals(restore.masterVersion()))
                .map(another -> anothers(restore, another))
                .orElseGet(
                        () -> Decision.act(new ActivateMasterSecret(restore.masterSecret(), restore.masterVersion())));
    }

    /** The pre-flight saw none: somebody has staged it since. */
    private static Decision anothers(Restore restore, String version) {
        return Decision.fail(
                FailureCode.SECRET_IN_USE,
                "Secret " + restore.masterSecret() + " has a staged version " + version
                        + " that is not this restore's: its own, " + restore.masterVersion()
                        + ", was not made current.");
    }
}
