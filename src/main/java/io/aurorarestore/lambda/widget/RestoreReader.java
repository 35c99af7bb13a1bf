package io.aurorarestore.lambda.widget;

import io.aurorarestore.intake.DashboardActions;
import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.port.RestoreViews;
import io.aurorarestore.port.RestoreViews.Query;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
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
    private static final int WITH_RETIREMENTS = 50;

    /** One that fails does so within its step's deadline. */
    private static final Duration STILL_OF_INTEREST = Duration.ofDays(2);

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
                        newest(Optional.of(Status.SUCCEEDED), WITH_RETIREMENTS).chain(some -> retirements(some, now)),
                        newest(Optional.empty(), AT_MOST))
                .with((failed, running, undoing, retirements, latest) -> overview(
                        all(List.of(failed, retirements)), all(List.of(running, undoing, retirements)), latest, now))
                .chain(read -> read);
    }

    private static List<Restore> all(List<List<Restore>> some) {
        return some.stream().flatMap(List::stream).toList();
    }

    private Uni<Overview> overview(List<Restore> failed, List<Restore> live, List<Restore> latest, Instant now) {
        return Uni.combine()
                .all()
                .unis(
                        viewed(failed, RestoreReader::needsAPerson, ENTRIES),
                        viewed(live, one -> !one.status().terminal() && !one.rests(now), ENTRIES),
                        viewed(live, one -> one.rests(now), 1),
                        viewed(latest, one -> one.status().terminal() && !needsAPerson(one), 1))
                .with(Overview::new);
    }

    private static boolean needsAPerson(Restore restore) {
        return restore.status() == Status.FAILED && !restore.outcome().abandoned();
    }

    private Uni<List<Restore>> newest(Optional<Status> status, int atMost) {
        return views.list(new Query(Optional.empty(), status, atMost, Optional.empty()))
                .map(page -> page.items().stream()
                        .flatMap(one -> one.restore().stream())
                        .toList());
    }

    /** No list has them: those of these restores whose day is to come, or was not long ago. */
    private Uni<List<Restore>> retirements(List<Restore> some, Instant now) {
        List<Uni<Optional<Restore>>> each = some.stream()
                .filter(one -> one.outputs()
                        .retiresAt()
                        .filter(now.minus(STILL_OF_INTEREST)::isBefore)
                        .isPresent())
                .map(one -> restores.load(one.retirementId()))
                .toList();
        return joined(each)
                .map(found -> found.stream().flatMap(Optional::stream).toList());
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
        long after = Math.max(0, restore.entries() - entries);
        Uni<List<AuditEntry>> trail = views.audit(restore.id(), entries, after).map(RestoreViews.Page::items);
        Uni<List<Operation>> offered = actions.map(one -> one.offered(restore))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
        return Uni.combine().all().unis(trail, offered).with((read, some) -> new Viewed(restore, read, some));
    }
}
