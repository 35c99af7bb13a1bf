package io.aurorarestore.lambda.widget;

import io.aurorarestore.intake.DashboardActions;
import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import io.aurorarestore.port.RestoreViews;
import io.aurorarestore.port.RestoreViews.Query;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads what the pages show.
 *
 * @param actions what the pages offer, if they offer anything
 */
record RestoreReader(Restores restores, RestoreViews views, Optional<DashboardActions> actions) {

    /** Of an audit trail. */
    private static final int ENTRIES = 300;

    private static final int AT_MOST = 20;

    Uni<Optional<Viewed>> one(RestoreId id) {
        return restores.load(id)
                .chain(found ->
                        found.map(this::whole).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Viewed>> whole(Restore restore) {
        return viewed(restore, ENTRIES).map(Optional::of);
    }

    /** What waits for a person or for its day is not always among the latest. */
    Uni<Overview> all(Instant now) {
        return Uni.combine()
                .all()
                .unis(
                        newest(Optional.of(Status.FAILED), AT_MOST),
                        newest(Optional.of(Status.RUNNING), AT_MOST),
                        newest(Optional.of(Status.ROLLING_BACK), AT_MOST),
                        views.retirements(RetirementLists.WANTED).map(RetirementLists::new),
                        newest(Optional.empty(), AT_MOST))
                .with((failed, running, undoing, retirements, latest) -> overview(
                        all(List.of(failed, retirements.failed())),
                        all(List.of(running, undoing, retirements.live())),
                        latest,
                        retirements,
                        now))
                .chain(read -> read)
                .chain(this::completed);
    }

    private static List<Restore> all(List<List<Restore>> some) {
        return some.stream().flatMap(List::stream).toList();
    }

    private Uni<Overview> completed(Overview read) {
        return viewed(read.missing(), Restore::needsAPerson, ENTRIES).map(read::withFailed);
    }

    private Uni<Overview> overview(
            List<Restore> failed, List<Restore> live, List<Restore> latest, RetirementLists found, Instant now) {
        return Uni.combine()
                .all()
                .unis(
                        viewed(failed, Restore::needsAPerson, ENTRIES),
                        viewed(live, one -> !one.status().terminal() && !one.rests(now), ENTRIES),
                        viewed(live, one -> one.rests(now), 0),
                        viewed(latest, one -> one.status().terminal() && !one.needsAPerson(), 1))
                .with((stuck, going, resting, ended) -> new Overview(stuck, going, resting, ended, found));
    }

    private Uni<List<Restore>> newest(Optional<Status> status, int atMost) {
        return views.list(new Query(Optional.empty(), status, atMost, Optional.empty()))
                .map(page -> page.items().stream()
                        .flatMap(one -> one.restore().stream())
                        .toList());
    }

    private static <T> Uni<List<T>> joined(List<Uni<T>> each) {
        return each.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(each).andFailFast();
    }

    private Uni<List<Viewed>> viewed(List<Restore> some, Predicate<Restore> wanted, int entries) {
        return joined(
                some.stream().filter(wanted).map(one -> viewed(one, entries)).toList());
    }

    /** With so many of the last entries of its trail. */
    private Uni<Viewed> viewed(Restore restore, int entries) {
        Uni<List<Operation>> offered = actions.map(one -> one.offered(restore))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
        return Uni.combine()
                .all()
                .unis(trail(restore, entries), offered, retirement(restore))
                .with((trail, some, retirement) -> new Viewed(restore, trail, some, retirement));
    }

    private Uni<List<AuditEntry>> trail(Restore restore, int entries) {
        return entries == 0
                ? Uni.createFrom().item(List.of())
                : views.audit(restore.id(), entries, Math.max(0, restore.entries() - entries))
                        .map(RestoreViews.Page::items);
    }

    /** Of the cluster that it set aside: that may be kept, or gone, by now. One that cannot be read must not hide the rest. */
    private Uni<Optional<Restore>> retirement(Restore restore) {
        return restore.retires() || restore.outputs().retiresAt().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : restores.load(restore.retirementId())
                        .onFailure(StoredByNewerVersionException.class)
                        .recoverWithItem(Optional.empty())
                        .onFailure(CallFailedException.as(Kind.FATAL))
                        .recoverWithItem(Optional.empty());
    }
}
