package io.aurorarestore.port;

import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.text.Sensitive;
import java.util.Optional;

/**
 * A change of a restored cluster's master password, and with it of what cannot be said when restoring: backup and
 * maintenance.
 *
 * @param password empty to leave it to RDS
 * @param managedKey the KMS key of RDS's secret, where it is not to be the account's default
 */
public record MasterChange(Optional<Sensitive> password, ClusterSettings settings, Optional<String> managedKey) {

    public MasterChange with(Sensitive other) {
        return new MasterChange(Optional.of(other), settings, managedKey);
    }
}
