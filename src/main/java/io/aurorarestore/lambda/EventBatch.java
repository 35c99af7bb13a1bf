package io.aurorarestore.lambda;

import io.aurorarestore.engine.Trigger;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The RDS events of a batch of messages. Whom they concern is asked in one call for all, when the first of them is worked
 * on; where that fails, each of them does.
 */
final class EventBatch {

    private final Uni<List<Concerned>> all;

    private EventBatch(Uni<List<Concerned>> all) {
        this.all = all;
    }

    /** @param messages what cannot be parsed is no event: it fails where it is worked on */
    static EventBatch of(Restores restores, List<Uni<InboxMessage>> messages) {
        List<Uni<InboxMessage>> readable = messages.stream()
                .map(message -> message.onFailure().recoverWithNull())
                .toList();
        return new EventBatch(Uni.join()
                .all(readable)
                .andFailFast()
                .map(EventBatch::events)
                .chain(events -> concerned(restores, events))
                .memoize()
                .indefinitely());
    }

    private static List<RdsEvent> events(List<InboxMessage> messages) {
        return messages.stream()
                .filter(InboxMessage.Happened.class::isInstance)
                .map(message -> ((InboxMessage.Happened) message).event())
                .toList();
    }

    private static Uni<List<Concerned>> concerned(Restores restores, List<RdsEvent> events) {
        Set<String> arns =
                events.stream().flatMap(event -> event.arns().stream()).collect(Collectors.toSet());
        return arns.isEmpty()
                ? Uni.createFrom().item(List.of())
                : restores.interestedIn(arns)
                        .map(found -> events.stream()
                                .map(event -> new Concerned(event, first(event, found)))
                                .toList());
    }

    /** A rename is about two ARNs, and they concern the same restore. */
    private static List<RestoreId> first(RdsEvent event, Map<String, List<RestoreId>> found) {
        return event.arns().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(List.of());
    }

    /** The restores to look at because of one of them, each because of all that concern it. */
    Uni<List<ReconcileTask>> tasks(RdsEvent event) {
        return all.map(concerned -> concerned.stream()
                .filter(one -> one.event().equals(event))
                .findFirst()
                .map(Concerned::restores)
                .orElse(List.of())
                .stream()
                .map(id -> new ReconcileTask(id, Trigger.event(cause(id, concerned))))
                .toList());
    }

    private static String cause(RestoreId id, List<Concerned> concerned) {
        List<String> events = concerned.stream()
                .filter(one -> one.restores().contains(id))
                .map(one -> one.event().description())
                .distinct()
                .toList();
        return events.get(0) + (events.size() > 1 ? " (and " + (events.size() - 1) + " more)" : "");
    }

    private record Concerned(RdsEvent event, List<RestoreId> restores) {}
}
