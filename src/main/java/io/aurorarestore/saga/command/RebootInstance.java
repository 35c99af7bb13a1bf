package io.aurorarestore.saga.command;

import io.aurorarestore.port.World;
import io.smallrye.mutiny.Uni;

/** Reboots an instance, which ends its sessions. */
public record RebootInstance(String instance) implements Command {

    @Override
    public String key() {
        return "reboot " + instance;
    }

    @Override
    public String words() {
        return "reboot instance " + instance + ", which ends its sessions";
    }

    @Override
    public Uni<Void> on(World world) {
        return world.control().rebootInstance(this);
    }
}
