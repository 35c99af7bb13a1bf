package io.aurorarestore.plan.step;

import io.aurorarestore.command.RenameInstance;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.restore.OwnedResources;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Predecessor.Member;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gives the new instances the names of the old ones, so that instance endpoints go on working: the old ones step aside
 * first, then the readers are renamed, one after the other, and the writer last. RDS restarts each for it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html">ModifyDBInstance</a>
 */
public record KeepInstanceNames(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.KEEP_INSTANCE_NAMES;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(1);
    }

    @Override
    public Optional<String> skips(Restore restore) {
        if (!restore.keepsInstanceNames()) {
            return Optional.of("the new instances have names of their own");
        }
        return olds(restore).isEmpty() ? Optional.of("no instance was replaced") : Optional.empty();
    }

    @Override
    public List<Describe> describe(Restore restore) {
        Describe fresh = new Describe.AtInstancesOf(restore.target());
        return restore.swaps()
                ? List.of(new Describe.AtInstancesOf(restore.names().setAside()), fresh)
                : List.of(fresh);
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return numbers(restore)
                .mapToObj(number -> stepAside(restore, number, seen))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> settled(restore, seen))
                .or(() -> numbers(restore)
                        .mapToObj(number -> succeed(restore, lastFirst(restore, number), seen))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElseGet(() -> Decision.done(
                        count(restore) + " instance(s) have the names of the old ones", now -> now.with(renamed(now))));
    }

    /** An old one that is on its way out gives its name back by itself. */
    private static Optional<Decision> stepAside(Restore restore, int number, Observed seen) {
        return old(restore, number, seen)
                .filter(one -> one.name().equals(olds(restore).get(number - 1).name()))
                .filter(Instance::available)
                .map(one -> Decision.act(
                        new RenameInstance(one.name(), restore.names().oldInstance(number))));
    }

    /** Whether a name is still to become free. */
    private static Optional<Decision> settled(Restore restore, Observed seen) {
        return numbers(restore)
                .mapToObj(number -> old(restore, number, seen)
                        .filter(one ->
                                one.name().equals(olds(restore).get(number - 1).name())
                                        || one.state() == ResourceState.CHANGING)
                        .map(KeepInstanceNames::leaving))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Decision> succeed(Restore restore, int number, Observed seen) {
        String wanted = olds(restore).get(number - 1).name();
        Optional<Instance> renamed = ours(restore, seen.instance(wanted));
        if (renamed.isPresent()) {
            return renamed.filter(one -> !one.available()).map(one -> SharedDecisions.waitFor(one, UsualPace.RENAME));
        }
        String own = restore.names().instance(number);
        return Optional.of(ours(restore, seen.instance(own))
                .map(one -> one.available() ? rename(own, wanted) : changing(one))
                .orElseGet(() -> Decision.await("instance " + own + " to be seen as " + wanted, Pace.SOON)));
    }

    private static Decision rename(String own, String wanted) {
        return Decision.act(new RenameInstance(own, wanted), UsualPace.RENAME);
    }

    private static Decision changing(Instance one) {
        return one.state() == ResourceState.LEAVING ? keepsItsName(one) : leaving(one);
    }

    /** RDS renames no instance that is broken. */
    private static Decision leaving(Instance one) {
        return one.state() == ResourceState.BROKEN ? keepsItsName(one) : SharedDecisions.waitFor(one, UsualPace.RENAME);
    }

    private static Decision keepsItsName(Instance one) {
        return Decision.fail(
                FailureCode.INSTANCE_FAILED, "Instance " + one.name() + " is " + one.status() + ": it keeps its name.");
    }

    private static Optional<Instance> ours(Restore restore, Optional<Instance> seen) {
        return seen.filter(one -> one.ownedBy(restore.id()));
    }

    private static Optional<Instance> old(Restore restore, int number, Observed seen) {
        String resourceId = olds(restore).get(number - 1).resourceId();
        return seen.instances().stream()
                .filter(one -> one.resourceId().equals(resourceId))
                .filter(one -> one.state() != ResourceState.LEAVING)
                .findFirst();
    }

    /** The writer is restarted last: until then its readers are back. */
    private static int lastFirst(Restore restore, int number) {
        return count(restore) + 1 - number;
    }

    /** As many as the old and the new cluster both have. */
    private static int count(Restore restore) {
        return Math.min(olds(restore).size(), restore.instanceClasses().size());
    }

    private static IntStream numbers(Restore restore) {
        return IntStream.rangeClosed(1, count(restore));
    }

    private static List<Member> olds(Restore restore) {
        return restore.outputs().predecessor().map(Predecessor::lasting).orElse(List.of());
    }

    private OwnedResources renamed(Restore now) {
        OwnedResources all = now.resources();
        for (int number = 1; number <= count(now); number++) {
            String name = olds(now).get(number - 1).name();
            all = all.renamed(home.instanceArn(now.names().instance(number)), name, home.instanceArn(name));
        }
        return all;
    }
}
