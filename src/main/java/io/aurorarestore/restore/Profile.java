package io.aurorarestore.restore;

import java.util.List;
import java.util.Optional;

/**
 * Settings under a name, from the table {@code AuroraRestoreConfig}. What is empty falls back to the profile
 * {@code default}, then to what is built in.
 *
 * @param allowedTargets patterns ({@code *} stands for anything) of the names that may be restored to
 * @param allowedSources patterns of the clusters whose snapshots may be restored
 * @param instanceClass for instance {@code db.r6g.large}
 * @param readers number of instances besides the writer, 0 to 15
 * @param kmsKeyId the key of the home region that a copy is encrypted with
 * @param masterSecret name of the secret for the master user; {@code {target}} stands for the target's name
 * @param database the database that users are configured in
 * @param checks SQL queries, each of which must answer one true
 */
public record Profile(
        Optional<List<String>> allowedTargets,
        Optional<List<String>> allowedSources,
        Optional<String> instanceClass,
        Optional<Integer> readers,
        Optional<String> subnetGroup,
        Optional<List<String>> securityGroups,
        Optional<String> clusterParameterGroup,
        Optional<String> kmsKeyId,
        Optional<String> masterSecret,
        Optional<String> database,
        Optional<List<DatabaseUser>> users,
        Optional<List<String>> checks,
        Optional<Archive> archive) {}
