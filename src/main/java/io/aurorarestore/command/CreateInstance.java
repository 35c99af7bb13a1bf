package io.aurorarestore.command;

import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.InstanceSpec;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates an instance in a cluster; the first one is its writer. */
public record CreateInstance(
        String instance,
        String cluster,
        String engine,
        String instanceClass,
        ClusterSettings settings,
        Map<String, String> tags)
        implements Command {

    @Override
    public String key() {
        return "create " + instance;
    }

    @Override
    public String description() {
        return "create instance " + instance + " (" + instanceClass + ")";
    }

    @Override
    public Optional<OwnedResource> creates(Home home) {
        return Optional.of(OwnedResource.planned(ResourceKind.INSTANCE, instance, home.instanceArn(instance)));
    }

    @Override
    public Set<Seen> changes() {
        return Set.of(Seen.INSTANCES);
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control()
                .createInstance(new InstanceSpec(instance, cluster, engine, instanceClass, settings, tags));
    }
}
