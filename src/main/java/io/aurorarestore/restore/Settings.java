package io.aurorarestore.restore;

import java.util.List;
import java.util.Optional;

/** The settings one restore runs with: profile over profile {@code default} over built-in. Fixed when it is opened. */
public record Settings(
        List<String> allowedSources,
        String instanceClass,
        int readers,
        Optional<String> subnetGroup,
        List<String> securityGroups,
        Optional<String> clusterParameterGroup,
        Optional<String> kmsKeyId,
        String masterSecret,
        String database,
        List<DatabaseUser> users,
        List<String> checks,
        Archive archive) {}
