package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Says what happens in a region, and remembers it for as long as RDS does. Under the model's lock only. */
record EventLog(String region, RdsAccount world, Deque<EmittedEvent> events) {

    private static final Duration KEPT = Duration.ofDays(14);

    void say(EventKind kind, String id, Map<String, String> tags, Object... words) {
        Arn arn = new Arn(region, world.account(), kind.source().arnKind(), id);
        EmittedEvent event =
                new EmittedEvent(kind, id, arn.toString(), kind.message(words), world.now(), Map.copyOf(tags));
        while (!events.isEmpty() && events.peek().date().isBefore(world.now().minus(KEPT))) {
            events.remove();
        }
        events.add(event);
        world.emit(region, event);
    }

    List<EmittedEvent> all() {
        return List.copyOf(events);
    }
}
