package io.aurorarestore.lambda;

import io.aurorarestore.engine.AlreadyRead;
import io.aurorarestore.engine.Trigger;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.LookedUp;
import io.aurorarestore.port.Lookup;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is read of the store for a batch of messages: whom its RDS events concern, and the restores that its messages are
 * likely about. It is read in one call for all, when the first of them is worked on. Where that fails, each event does;
 * other messages do without.
 */
final class EventBatch {

    private final Uni<List<RdsEvent>> events;
    private final Uni<LookedUp> found;
    private final Uni<AlreadyRead> read;

    private EventBatch(Restores restores, Uni<List<InboxMessage>> messages) {
        this.events = messages.map(EventBatch::events);
        this.found = messages.map(EventBatch::wanted)
                .chain(wanted -> wanted.isEmpty() ? Uni.createFrom().item(LookedUp.NOTHING) : restores.lookUp(wanted))
                .memoize()
                .indefinitely();
        this.read = found.onFailure()
                .recoverWithItem(LookedUp.NOTHING)
                .map(AlreadyRead::of)
                .memoize()
                .indefinitely();
    }

    /** @param messages what cannot be parsed is no event: it fails where it is worked on */
    static EventBatch of(Restores restores, List<Uni<InboxMessage>> messages) {
        List<Uni<InboxMessage>> readable = messages.stream()
                .map(message -> message.onFailure().recoverWithNull())
                .toList();
        return new EventBatch(restores, Uni.join().all(readable).andFailFast());
    }

    private static List<RdsEvent> events(List<InboxMessage> messages) {
        return messages.stream()
                .filter(InboxMessage.Happened.class::isInstance)
                .map(message -> ((InboxMessage.Happened) message).event())
                .toList();
    }

    private static Lookup wanted(List<InboxMessage> messages) {
        return messages.stream()
                .filter(Objects::nonNull)
                .map(InboxMessage::lookup)
                .reduce(Lookup.NOTHING, Lookup::and);
    }

    /** What was read of the restores themselves. */
    Uni<AlreadyRead> read() {
        return read;
    }

    /** The restores to look at because of one of them, each because of all that concern it. */
    Uni<List<ReconcileTask>> tasks(RdsEvent event) {
        return found.chain(all -> events.map(each -> tasks(event, each, all.concerned())));
    }

    private static List<ReconcileTask> tasks(
            RdsEvent event, List<RdsEvent> all, Map<String, List<RestoreId>> concerned) {
        return first(event, concerned).stream()
                .map(id -> new ReconcileTask(id, Trigger.event(cause(id, all, concerned))))
                .toList();
    }

    /** A rename is about two ARNs, and they concern the same restore. */
    private static List<RestoreId> first(RdsEvent event, Map<String, List<RestoreId>> found) {
        return event.arns().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(List.of());
    }

    private static String cause(RestoreId id, List<RdsEvent> all, Map<String, List<RestoreId>> concerned) {
        List<String> events = all.stream()
                .filter(one -> first(one, concerned).contains(id))
                .map(RdsEvent::description)
                .distinct()
                .toList();
        return events.get(0) + (events.size() > 1 ? " (and " + (events.size() - 1) + " more)" : "");
    }
}
