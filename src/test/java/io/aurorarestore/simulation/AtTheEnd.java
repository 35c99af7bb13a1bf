package io.aurorarestore.simulation;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.Map;
import java.util.Optional;

/** What must be true of a restore that says it has ended. */
final class AtTheEnd {

    private final SimulatedWorld world;
    private final Restore restore;
    private final View seen;

    AtTheEnd(SimulatedWorld world, Restore restore) {
        this.world = world;
        this.restore = restore;
        this.seen = world.home.now();
    }

    void check() {
        if (restore.retires()) {
            return;
        }
        switch (restore.status()) {
            case SUCCEEDED -> serves();
            case ROLLED_BACK, CANCELLED -> asBefore();
            default -> {}
        }
    }

    /** Later restores of the target change again what this one did. */
    boolean isTheLatest() {
        return world.restores.all().stream()
                .filter(one -> !one.retires() && one.target().equals(restore.target()))
                .reduce((earlier, later) -> later)
                .filter(one -> one.id().equals(restore.id()))
                .isPresent();
    }

    private void serves() {
        Optional<DbCluster> target = seen.cluster(restore.target());
        must(target.filter(one -> world.made.by(restore.id(), one.resourceId())).isPresent(), "does not serve");
        target.ifPresent(this::holdsTheData);
    }

    private void holdsTheData(DbCluster target) {
        String source = volume(restore.outputs().source().orElseThrow());
        must(
                world.data.origin(target.resourceId()).equals(world.data.origin(source)),
                "serves other data than " + source);
        new Told(world, restore).check(target);
        DataMarks marks = world.data.marks(target.resourceId());
        must(marks.provenance().filter(restore.id()::equals).isPresent(), "serves without a provenance");
        must(
                marks.of(restore.id())
                        .equals(restore.settings().database().first().scripts()),
                "serves without the scripts of its profile");
        must(
                !restore.renewsCertificate()
                        || world.data.keepsCertificates()
                        || world.data.certifies(target.resourceId(), TestData.HOME.region(), target.id()),
                "serves with a certificate for another name");
        if (restore.outcome().warnings().stream().allMatch(AtTheEnd::isOfTheCertificate)) {
            must(world.secretRules.serves(restore), "serves with another secret");
        }
    }

    private static String volume(RestoreSource source) {
        return source.fold(Snapshot::arn, moment -> moment.cluster().resourceId());
    }

    private static boolean isOfTheCertificate(String warning) {
        return warning.startsWith(FailureCode.CERTIFICATE_STALE.name());
    }

    private void asBefore() {
        seen.clusters().forEach(one -> gone(one.id(), one.tags()));
        seen.instances().forEach(one -> gone(one.id(), one.tags()));
        seen.snapshots().forEach(one -> gone(one.id(), one.tags()));
        must(
                world.secrets
                        .pending(restore.masterSecret())
                        .filter(restore.masterVersion()::equals)
                        .isEmpty(),
                "leaves its staged password");
        must(!world.secrets.leftBy(restore.id(), restore.masterSecret()), "leaves a secret that nobody uses");
        must(world.secretRules.isAsBefore(restore), "leaves another password than was there before");
        restore.outputs()
                .predecessor()
                .filter(old -> restore.replace() == ReplaceMode.SWAP)
                .ifPresent(this::serves);
    }

    /** What a rollback made anew for what was deleted first is its owner's, and so is the last copy of what is lost. */
    private void gone(String name, Map<String, String> tags) {
        boolean restored = restore.replace() == ReplaceMode.DELETE_FIRST
                && (name.equals(restore.names().finalSnapshot()) || belongsToTheTarget(name));
        boolean last = restore.outcome().lost() && name.equals(restore.names().copy());
        must(!Ownership.isOurs(restore.id(), tags) || restored || last, "leaves " + name);
    }

    private boolean belongsToTheTarget(String name) {
        return name.equals(restore.target())
                || restore.outputs().predecessor().stream()
                        .flatMap(old -> old.instances().stream())
                        .anyMatch(one -> one.name().equals(name));
    }

    private void serves(Predecessor old) {
        Optional<DbCluster> there = seen.clusterById(old.resourceId());
        must(
                there.filter(one -> one.id().equals(restore.target())).isPresent(),
                "has not given the old cluster its name");
        there.ifPresent(one -> {
            must(!one.tags().containsKey(Ownership.SET_ASIDE_TAG), "leaves its tag on the old cluster");
            must(
                    seen.instancesOf(one.id()).stream()
                            .map(DbInstance::resourceId)
                            .toList()
                            .containsAll(old.instances().stream()
                                    .filter(member ->
                                            !member.name().startsWith(ClusterActs.SCALED)) // it went as it came
                                    .map(Predecessor.Member::resourceId)
                                    .toList()),
                    "has lost an instance of the old cluster");
        });
    }

    private void must(boolean holds, String otherwise) {
        world.referee.must(holds, () -> "restore " + restore.id() + " (" + restore.status() + ") " + otherwise);
    }
}
