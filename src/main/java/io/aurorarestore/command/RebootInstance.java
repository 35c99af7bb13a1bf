package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

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

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().rebootInstance(instance);
    }
}
