package io.aurorarestore.command;

import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/**
 * Copies a cluster snapshot into the home region.
 *
 * @param sourceRegion where the source is, for the presigned request
 * @param why in words
 * @param kmsKeyId the home region's key, needed where the source is encrypted
 */
public record CopySnapshot(
        String sourceArn,
        String sourceRegion,
        String copy,
        String why,
        Optional<String> kmsKeyId,
        Map<String, String> tags)
        implements Command {

    @Override
    public String key() {
        return "copy";
    }

    @Override
    public String description() {
        return "copy snapshot " + sourceArn + " to " + copy + ", since " + why;
    }

    @Override
    public boolean needsItsSource() {
        return true;
    }

    @Override
    public Optional<OwnedResource> creates(Home home) {
        return Optional.of(OwnedResource.planned(ResourceKind.SNAPSHOT, copy, home.snapshotArn(copy)));
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().copySnapshot(sourceArn, sourceRegion, copy, kmsKeyId, tags);
    }
}
