package io.aurorarestore.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of a restore, by the names that state and audit trail hold. */
public enum StepName {
    LOCATE_SOURCE,
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
    KEEP_INSTANCE_NAMES,
    RETIRE_OLD,
    ARCHIVE_SNAPSHOT,
    /** The one step of a retirement: deletes a set-aside cluster when its time has come. */
    RETIRE_CLUSTER;

    /** What the first step was called when all sources were snapshots: stored items and profiles still hold it. */
    private static final String FORMER = "LOCATE_SNAPSHOT";

    /** By the name that stored items and messages hold. */
    public static Optional<StepName> ofName(String name) {
        return Stream.of(values())
                .filter(one -> one.name().equals(name) || one.formerly().contains(name))
                .findFirst();
    }

    /** By the name as it is shown, or was shown formerly. */
    public static StepName ofLabel(String label) {
        return Stream.of(values())
                .filter(one -> one.labels().contains(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + label));
    }

    /** The one after it, in the order in which they are listed here; after the last one there is none but itself. */
    public StepName next() {
        return Stream.of(values())
                .filter(one -> one.compareTo(this) > 0)
                .findFirst()
                .orElse(this);
    }

    private List<String> formerly() {
        return this == LOCATE_SOURCE ? List.of(FORMER) : List.of();
    }

    /** As it is shown, then as it was shown formerly. */
    public List<String> labels() {
        return Stream.concat(Stream.of(name()), formerly().stream())
                .map(StepName::label)
                .toList();
    }

    /** As it is shown: {@code LocateSource}. */
    public String label() {
        return label(name());
    }

    private static String label(String name) {
        return Stream.of(name.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }
}
