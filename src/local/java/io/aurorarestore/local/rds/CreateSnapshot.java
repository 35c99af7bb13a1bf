package io.aurorarestore.local.rds;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A manual snapshot to take of a cluster. */
public record CreateSnapshot(@Nullable String snapshot, String cluster, Map<String, String> tags) {}
