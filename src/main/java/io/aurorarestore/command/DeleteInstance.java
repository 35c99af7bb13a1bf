package io.aurorarestore.command;

import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Deletes an instance of a cluster that stands under a name of this restore.
 *
 * @param instead what a person has to do where the role may not
 */
public record DeleteInstance(String instance, String resourceId, String instead) implements Command {

    private static final String KEY = "delete ";

    /** Of one that goes alone. */
    public DeleteInstance(String instance, String resourceId) {
        this(
                instance,
                resourceId,
                OwnedResource.planned(ResourceKind.INSTANCE, instance, "").removal());
    }

    /** Whether a command under this key has deleted an instance or a cluster. */
    public static boolean isKey(String key) {
        return key.startsWith(KEY);
    }

    @Override
    public String key() {
        return KEY + instance;
    }

    @Override
    public String description() {
        return "delete instance " + instance + " (" + resourceId + ")";
    }

    @Override
    public Optional<String> byHand() {
        return Optional.of(instead);
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().deleteInstance(instance);
    }
}
