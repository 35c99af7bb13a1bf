package io.aurorarestore.local.rds;

/** Changes to an instance, applied at once; what is null stays. */
public record ModifyInstance(String instance, String newId, InstanceChanges changes) {}
