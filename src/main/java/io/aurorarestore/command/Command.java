package io.aurorarestore.command;

import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/**
 * One call that changes something outside, as a value: committed as an intent first, carried out after. Safe to carry
 * out twice.
 */
public sealed interface Command
        permits AuthorizedByTags,
                CopySnapshot,
                DeleteSnapshot,
                RestoreCluster,
                CreateInstance,
                DeleteInstance,
                RebootInstance,
                DropMasterVersion,
                ManageMasterPassword,
                ResetMasterPassword,
                ActivateMasterSecret,
                RunDatabaseJob,
                RequestHook {

    /** Names the command within its step: what was carried out is remembered under it. */
    String key();

    /** What is about to be done, for the audit trail. Holds no secret. */
    String description();

    Uni<Void> on(Ports ports);

    /** Whether what is missing, where something is, can only be what it works from: that does not come back. */
    default boolean needsItsSource() {
        return false;
    }

    /** Whether it does no harm however late, or however often, it takes effect. */
    default boolean harmlessWhenLate() {
        return false;
    }

    /** Whether what it asks for is done in seconds: then what follows is the news. */
    default boolean takesSeconds() {
        return false;
    }

    /** Of what a step decides by after it: what it leaves as it was need not be looked at again. */
    enum Seen {
        /** Their states and settings; not their tags. */
        CLUSTERS,
        /** Which there are, and their settings. */
        INSTANCES
    }

    /** What looks otherwise once it is done. */
    default Set<Seen> changes() {
        return Set.of(Seen.values());
    }

    /** How a person does it, where the role may not. */
    default Optional<String> byHand() {
        return Optional.empty();
    }

    /** What is known of the restore once it is about to be done, beside what is created. */
    default Restore intended(Restore restore) {
        return restore;
    }

    /** What it brings into being, to be written down before it exists. */
    default Optional<OwnedResource> creates(Home home) {
        return Optional.empty();
    }
}
