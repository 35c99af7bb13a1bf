package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.function.Predicate;

/**
 * The retirements on the page of all, of each kind at most a hundred.
 *
 * @param found the earliest day first; one more of a kind than are shown, where there are more
 */
record RetirementLists(List<Restore> found) {

    private static final int AT_MOST = 100;

    /** How many of each kind to ask for. */
    static final int WANTED = AT_MOST + 1;

    List<Restore> failed() {
        return found.stream().filter(Restore::needsAPerson).limit(AT_MOST).toList();
    }

    List<Restore> live() {
        return found.stream()
                .filter(Predicate.not(Restore::needsAPerson))
                .limit(AT_MOST)
                .toList();
    }

    boolean moreFailed() {
        return found.stream().filter(Restore::needsAPerson).count() > AT_MOST;
    }

    boolean moreLive() {
        return found.stream().filter(Predicate.not(Restore::needsAPerson)).count() > AT_MOST;
    }
}
