package io.aurorarestore.model;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of a restore, by the names that state and audit trail hold. */
public enum StepName {
    LOCATE_SNAPSHOT,
    PREFLIGHT,
    COPY_SNAPSHOT,
    CLEAR_TARGET,
    RESTORE_CLUSTER,
    CREATE_INSTANCES,
    RESET_CREDENTIALS,
    CONFIGURE_DATABASE,
    VERIFY_RESTORE,
    SET_ASIDE_OLD,
    PROMOTE_NEW,
    RENEW_CERTIFICATE,
    VERIFY_ENDPOINT,
    ACTIVATE_CREDENTIALS,
    PROTECT_TARGET,
    RETIRE_OLD,
    ARCHIVE_SNAPSHOT,
    /** The one step of a retirement: deletes a set-aside cluster when its time has come. */
    RETIRE_CLUSTER;

    /** By the name as it is shown. */
    public static StepName ofLabel(String label) {
        return Stream.of(values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + label));
    }

    /** As it is shown: {@code LocateSnapshot}. */
    public String label() {
        return Stream.of(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }
}
