package io.aurorarestore.restore;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of a restore, by the names that state and audit trail hold. */
public enum StepName {
    LOCATE_SNAPSHOT,
    PREFLIGHT,
    COPY_SNAPSHOT,
    RESTORE_CLUSTER,
    CREATE_INSTANCES,
    RESET_CREDENTIALS,
    CONFIGURE_DATABASE,
    VERIFY_RESTORE,
    PROMOTE_NEW,
    VERIFY_ENDPOINT,
    ACTIVATE_CREDENTIALS,
    ARCHIVE_SNAPSHOT;

    /** As it is shown: {@code LocateSnapshot}. */
    public String label() {
        return Stream.of(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }
}
