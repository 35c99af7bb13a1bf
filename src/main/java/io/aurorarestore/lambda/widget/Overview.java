package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The restores on the page of all.
 *
 * @param failed those that need a person
 * @param retirements those that wait for their day
 * @param ended the latest of the others
 * @param found of the retirements that are there, those that were read
 */
record Overview(
        List<Viewed> failed, List<Viewed> live, List<Viewed> retirements, List<Viewed> ended, RetirementLists found) {

    /** Of the latest, those that failed and are not shown: no index has one that failed under an earlier version. */
    List<Restore> missing() {
        Set<RestoreId> shown = Stream.of(failed, live, retirements)
                .flatMap(List::stream)
                .map(one -> one.restore().id())
                .collect(Collectors.toSet());
        return ended.stream()
                .map(Viewed::retirement)
                .flatMap(Optional::stream)
                .filter(one -> one.needsAPerson() && !shown.contains(one.id()))
                .toList();
    }

    Overview withFailed(List<Viewed> others) {
        List<Viewed> all = Stream.concat(failed.stream(), others.stream()).toList();
        return new Overview(all, live, retirements, ended, found);
    }
}
