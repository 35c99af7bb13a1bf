package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.aws.Capability;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.aws.TargetDependencies.Product;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Predecessor.Member;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks whether RDS still has what a cluster that is deleted first is made of: an undo makes it anew from its final
 * snapshot, and would find out when it is gone.
 */
record RemakingChecks(Restore restore, Observed seen) {

    /** Empty where no undo makes one. */
    Optional<Product> product() {
        return remade().flatMap(old -> seen.cluster(restore.target())
                .flatMap(cluster -> cluster.engineVersion().map(version -> product(old, version))));
    }

    private Product product(Predecessor old, String version) {
        RestoreSource source = restore.outputs().source().orElseThrow();
        return new Product(
                source.engine(),
                version,
                old.lasting().stream().map(Member::instanceClass).collect(Collectors.toSet()),
                Set.of(),
                old.lasting().stream().flatMap(one -> wanted(old, one)).collect(Collectors.toSet()),
                Optional.empty(),
                Optional.empty());
    }

    /** A version that cannot be had any more says nothing: RDS may still restore snapshots of it. */
    List<String> problems() {
        Map<String, Boolean> offers = seen.surroundings().offers();
        return offers.getOrDefault(TargetDependencies.REMADE + TargetDependencies.VERSION, false)
                ? remade().stream()
                        .flatMap(old -> old.lasting().stream().flatMap(one -> lacking(old, one, offers)))
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Stream<String> lacking(Predecessor old, Member one, Map<String, Boolean> offers) {
        String key = TargetDependencies.REMADE + TargetDependencies.CLASS + one.instanceClass();
        if (!offers.getOrDefault(key, true)) {
            return Stream.of(problem(one.instanceClass()));
        }
        return wanted(old, one)
                .filter(capability -> !capability.startsWith(Capability.ZONE)) // left to RDS: InstanceZones
                .filter(capability -> !offers.getOrDefault(key + "/" + capability, true))
                .map(capability -> problem(one.instanceClass() + " with " + capability));
    }

    private static String problem(String what) {
        return "RDS does not offer " + what
                + " any more, which the old cluster has: once deleted it could not be brought"
                + " back should the restore fail. Swap instead of deleting first, or change the old cluster.";
    }

    private static Stream<String> wanted(Predecessor old, Member one) {
        return OfferingChecks.wantedOf(
                old.settings().attributes().consistent(), one.settings().attributes())
                .stream();
    }

    private Optional<Predecessor> remade() {
        boolean lost = restore.accepted().request().acceptDataLoss()
                && !restore.cluster().finalSnapshot().orElse(false);
        return lost || !restore.clearsFirst()
                ? Optional.empty()
                : restore.outputs().predecessor();
    }
}
