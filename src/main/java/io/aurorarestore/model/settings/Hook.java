package io.aurorarestore.model.settings;

import io.aurorarestore.model.StepName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Work of somebody else that a restore asks for between two of its steps, and waits for.
 *
 * @param place after the step or before it
 * @param deadline for its answer, from when it is its turn
 * @param answeredByEvent whether anybody who may put events on the bus may answer it; else only the profile's callers
 */
public record Hook(String name, Place place, StepName step, Duration deadline, boolean answeredByEvent) {

    /** Where a hook stands beside its step. */
    public enum Place {
        AFTER,
        BEFORE
    }

    public static final Duration DEFAULT_DEADLINE = Duration.ofHours(1);

    public static final String NAME_RULE =
            "must be 1 to 50 letters, digits and hyphens, and begin with a letter or digit";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,49}");

    /** The steps that may wait for a hook before they begin. */
    private static final Set<StepName> WAITING = EnumSet.of(
            StepName.CONFIGURE_DATABASE,
            StepName.VERIFY_RESTORE,
            StepName.SET_ASIDE_OLD,
            StepName.ACTIVATE_CREDENTIALS,
            StepName.PROTECT_TARGET,
            StepName.KEEP_INSTANCE_NAMES,
            StepName.RETIRE_OLD,
            StepName.ARCHIVE_SNAPSHOT);

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The step that waits for it before it begins. */
    public StepName before() {
        return before(place, step);
    }

    private static StepName before(Place place, StepName step) {
        return place == Place.AFTER ? step.next() : step;
    }

    /** Why there can be no hook, if there can be none. */
    public static Optional<String> problem(Place place, StepName step) {
        if (step == StepName.RETIRE_CLUSTER) {
            return Optional.of("is no step of a restore");
        }
        StepName before = before(place, step);
        if (WAITING.contains(before)) {
            return Optional.empty();
        }
        if (before == StepName.RETIRE_CLUSTER) {
            return Optional.of("is the end of the restore: Restore State Changed tells of that");
        }
        return Optional.of(
                before.compareTo(StepName.SET_ASIDE_OLD) > 0
                        ? "is between SetAsideOld and VerifyEndpoint, where nobody serves and nobody may be waited for"
                        : "is too early: before ResetCredentials is done nobody can log in to the restored cluster");
    }
}
