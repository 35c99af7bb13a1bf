package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.Capability;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Predecessor.Member;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which new instance is put in the availability zone of the old one in its place: one whose class RDS has there,
 * and only among the subnets of the old cluster. The others are left to RDS, as are old ones that an undo would make anew.
 */
record InstanceZones(Restore restore, TargetDependencies around) {

    /** The restore, its predecessor without the zones that are left to RDS. */
    Restore kept() {
        return restore.outputs().predecessor().map(this::kept).orElse(restore);
    }

    private Restore kept(Predecessor old) {
        List<Member> members = new ArrayList<>();
        for (Member one : old.instances()) {
            int place = old.lasting().indexOf(one);
            members.add(isAvailable(old, one, place) ? one : one.without(Attribute.AVAILABILITY_ZONES));
        }
        return restore.with(restore.outputs().withPredecessor(old.with(members)));
    }

    private boolean isAvailable(Predecessor old, Member one, int place) {
        Optional<String> zone = one.settings().attributes().text(Attribute.AVAILABILITY_ZONES);
        List<String> classes = restore.instanceClasses();
        if (zone.isEmpty() || place < 0 || place >= classes.size()) {
            return true;
        }
        boolean sameSubnets =
                restore.cluster().subnetGroup().equals(old.settings().subnetGroup());
        return sameSubnets
                && isOffered(TargetDependencies.CLASS, classes.get(place), zone.get())
                && isOffered(TargetDependencies.REMADE + TargetDependencies.CLASS, one.instanceClass(), zone.get());
    }

    private boolean isOffered(String key, String instanceClass, String zone) {
        return around.offers().getOrDefault(key + instanceClass + "/" + Capability.ZONE + zone, true);
    }
}
