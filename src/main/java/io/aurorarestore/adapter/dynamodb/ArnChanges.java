package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what a transaction changes of the items of ARNs. */
final class ArnChanges {

    private final Map<String, Set<RestoreId>> joining = new TreeMap<>();
    private final Map<String, Set<RestoreId>> leaving = new TreeMap<>();

    /** @param anew whether the restore is in no set yet, so that it has to join those it stays in */
    static List<ArnChange> of(Transition transition, boolean anew, Home home) {
        Restore before = transition.before();
        Set<String> earlier = before.interests(home);
        Set<String> later = transition.after().interests(home);
        ArnChanges changes = new ArnChanges();
        changes.put(changes.joining, anew ? later : minus(later, earlier), before.id());
        changes.put(changes.leaving, minus(earlier, later), before.id());
        transition.retirement().ifPresent(next -> changes.put(changes.joining, next.interests(home), next.id()));
        return changes.all();
    }

    static List<ArnChange> ofOpening(Restore fresh, Home home) {
        ArnChanges changes = new ArnChanges();
        changes.put(changes.joining, fresh.interests(home), fresh.id());
        return changes.all();
    }

    private void put(Map<String, Set<RestoreId>> into, Set<String> arns, RestoreId id) {
        arns.forEach(arn -> into.computeIfAbsent(arn, one -> new HashSet<>()).add(id));
    }

    private static Set<String> minus(Set<String> from, Set<String> less) {
        Set<String> rest = new TreeSet<>(from);
        rest.removeAll(less);
        return rest;
    }

    private List<ArnChange> all() {
        Set<String> arns = new TreeSet<>(joining.keySet());
        arns.addAll(leaving.keySet());
        return arns.stream()
                .map(arn ->
                        new ArnChange(arn, joining.getOrDefault(arn, Set.of()), leaving.getOrDefault(arn, Set.of())))
                .toList();
    }
}
