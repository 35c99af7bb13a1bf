package io.aurorarestore.simulation;

import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the first rule that was broken: what follows from it is of no interest. */
final class Referee {

    private String broken = "";

    void must(boolean holds, Supplier<String> otherwise) {
        if (!holds && broken.isEmpty()) {
            broken = otherwise.get();
        }
    }

    void broken(String rule) {
        must(false, () -> rule);
    }

    boolean stops() {
        return !broken.isEmpty();
    }

    Optional<String> verdict() {
        return Optional.of(broken).filter(words -> !words.isEmpty());
    }
}
