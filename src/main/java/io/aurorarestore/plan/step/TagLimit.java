package io.aurorarestore.plan.step;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.restore.InstanceSettings;
import io.aurorarestore.model.restore.Restore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Checks whether RDS's 50 tags of a resource have room for all that the service adds by and by: when it makes a
 * cluster, when it sets one aside, and to the final snapshot, which has the cluster's tags as well.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html">Tagging</a>
 */
final class TagLimit {

    private static final int MOST = 50;
    private static final Set<String> ALL_OURS =
            Set.of(Ownership.RESTORE_TAG, Ownership.STATE_TAG, Ownership.SET_ASIDE_TAG);

    private TagLimit() {}

    /** What is in the way of the restored cluster, which some day will be set aside itself. */
    static Optional<String> ofRestored(Restore restore) {
        return lacking("The restored cluster", SharedDecisions.tags(restore).keySet(), ALL_OURS);
    }

    /** What is in the way of its instances, which have the tags of the old ones. */
    static List<String> ofInstances(Restore restore) {
        return IntStream.rangeClosed(1, restore.instanceClasses().size())
                .mapToObj(number -> lacking(
                        "The restored cluster's instance " + number,
                        InstanceSettings.tags(restore, number).keySet(),
                        Set.of()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is in the way of the cluster that is replaced. */
    static Optional<String> ofReplaced(Restore restore, Cluster old) {
        boolean saved = restore.cluster().finalSnapshot().orElse(false);
        return lacking(
                "Cluster " + old.name(), old.tags().keySet(), saved ? ALL_OURS : Set.of(Ownership.SET_ASIDE_TAG));
    }

    /** Those of AWS itself do not count. */
    private static Optional<String> lacking(String what, Set<String> has, Set<String> added) {
        Set<String> all = new HashSet<>(has);
        all.addAll(added);
        all.removeIf(Ownership::isOfAws);
        return all.size() <= MOST
                ? Optional.empty()
                : Optional.of(what + " would have " + all.size()
                        + " tags with those that the service adds, and RDS takes " + MOST + ": take some away.");
    }
}
