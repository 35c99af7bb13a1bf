package io.aurorarestore.notification;

import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists what a restore leaves behind, each with the command that removes it, in the order in which they can be run. */
final class Leftovers {

    private Leftovers() {}

    static List<String> of(Restore restore) {
        if (restore.status() == Status.SUCCEEDED) {
            return List.of();
        }
        return restore.retires() ? ofRetirement(restore) : ofRestore(restore);
    }

    private static List<String> ofRestore(Restore restore) {
        List<String> left = new ArrayList<>();
        restore.resources().owned().stream()
                .filter(one -> !belongsToTheTarget(restore, one))
                .forEach(one -> left.add(told(one)));
        Collections.reverse(left);
        if (restore.status() == Status.FAILED && restore.outputs().predecessor().isPresent()) {
            left.add("the old cluster, if it is " + restore.names().setAside() + ": "
                    + "aws rds modify-db-cluster --apply-immediately --db-cluster-identifier "
                    + restore.names().setAside() + " --new-db-cluster-identifier " + restore.target());
        }
        return left;
    }

    /** What stands under the target's own names serves, or is to serve: nobody is told to delete it. */
    private static boolean belongsToTheTarget(Restore restore, OwnedResource one) {
        return one.name().equals(restore.target())
                || restore.outputs()
                        .predecessor()
                        .filter(old -> old.instances().stream()
                                .anyMatch(member -> member.name().equals(one.name())))
                        .isPresent();
    }

    /** What is left of the cluster that was set aside. */
    private static List<String> ofRetirement(Restore retirement) {
        List<String> left = new ArrayList<>();
        retirement
                .outputs()
                .predecessor()
                .map(old -> names(retirement, old))
                .orElse(List.of())
                .forEach(name -> left.add(told(OwnedResource.planned(ResourceKind.INSTANCE, name, ""))));
        Collections.reverse(left);
        String aside = retirement.names().setAside();
        left.add(told(OwnedResource.planned(ResourceKind.CLUSTER, aside, "")));
        return left;
    }

    /** Those of lasting instances have gone to the new cluster's, where it keeps them. */
    private static List<String> names(Restore retirement, Predecessor old) {
        return old.instances().stream()
                .map(one -> {
                    int place = old.lasting().indexOf(one);
                    return retirement.keepsInstanceNames() && place >= 0
                            ? retirement.names().oldInstance(place + 1)
                            : one.name();
                })
                .toList();
    }

    private static String told(OwnedResource one) {
        return one + ": " + one.removal();
    }
}
