package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/** Changes to an instance, applied at once; what is null stays. */
public record ModifyInstance(String instance, @Nullable String newId, InstanceChanges changes) {}
