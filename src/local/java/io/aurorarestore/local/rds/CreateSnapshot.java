package io.aurorarestore.local.rds;

import java.util.Map;

/** A manual snapshot to take of a cluster. */
public record CreateSnapshot(String snapshot, String cluster, Map<String, String> tags) {}
