package io.aurorarestore.simulation;

import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the first rule that was broken: what follows from it is of no interest. */
final class Referee {

    private final boolean strict;
    private String broken = "";

    /** @param strict whether nothing goes on once a rule is broken */
    Referee(boolean strict) {
        this.strict = strict;
    }

    void must(boolean holds, Supplier<String> otherwise) {
        if (!holds && broken.isEmpty()) {
            broken = otherwise.get();
        }
    }

    void broken(String rule) {
        must(false, () -> rule);
    }

    boolean stops() {
        return strict && !broken.isEmpty();
    }

    Optional<String> verdict() {
        return Optional.of(broken).filter(description -> !description.isEmpty());
    }
}
