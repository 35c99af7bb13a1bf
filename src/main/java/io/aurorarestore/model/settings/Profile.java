package io.aurorarestore.model.settings;

import io.aurorarestore.model.StepName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settings under a name, from the table {@code AuroraRestoreConfig}. What is empty falls back to the profile
 * {@code default}, then to what is built in.
 *
 * @param allowedTargets patterns ({@code *} stands for anything) of the names that may be restored to
 * @param allowedSources patterns of the clusters whose snapshots may be restored
 * @param allowedCallers patterns of the IAM principals and event sources that may use it; empty: all that reach the
 *     service
 * @param requestMay the settings that a request may say; empty in every profile: {@link Requestable#BY_DEFAULT}
 * @param database the database that users are configured in
 * @param databases what is done in several; instead of {@code database}, {@code users}, {@code scripts} and {@code checks}
 * @param keepRoles patterns of the roles of the source that may log in; empty in every profile: all
 * @param checks what must be true of the restored data
 * @param onSnapshot the restores that new automated snapshots start
 * @param steps how long steps may take, and how often they look
 * @param hooks what others are asked to do between steps
 * @param objectives what restores are measured by
 */
public record Profile(
        Optional<List<String>> allowedTargets,
        Optional<List<String>> allowedSources,
        Optional<List<String>> allowedCallers,
        Optional<List<String>> requestMay,
        ClusterSettings settings,
        Optional<String> database,
        Optional<List<OneDatabase>> databases,
        Optional<List<DatabaseUser>> users,
        Optional<List<String>> dropRoles,
        Optional<List<String>> lockRoles,
        Optional<List<String>> keepRoles,
        Optional<List<Script>> scripts,
        Optional<List<Check>> checks,
        Optional<List<SnapshotTrigger>> onSnapshot,
        Optional<Map<StepName, StepTiming>> steps,
        Optional<List<Hook>> hooks,
        Optional<Objectives> objectives) {

    /** What a profile's name may be, in words. */
    public static final String NAME_RULE = "1 to 255 letters, digits, dots, hyphens and underscores";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
