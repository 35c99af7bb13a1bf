package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Reboots an instance, which ends its sessions. */
public record RebootInstance(String instance) implements Command {

    @Override
    public String key() {
        return "reboot " + instance;
    }

    @Override
    public String description() {
        return "reboot instance " + instance + ", which ends its sessions";
    }

    @Override
    public Optional<String> byHand() {
        return Optional.of("aws rds reboot-db-instance --db-instance-identifier " + instance);
    }

    /** It is not what it was, but the others are: each is rebooted once. */
    @Override
    public Set<Seen> changes() {
        return Set.of();
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().rebootInstance(instance);
    }
}
