package io.aurorarestore.restore;

import java.util.Optional;

/**
 * A step of a restore's life, to be committed whole or not at all.
 *
 * @param after what {@code before} becomes; its version is one higher
 * @param entry empty where nothing changed but the time to look again
 */
public record Transition(Restore before, Restore after, Optional<AuditEntry> entry) {}
