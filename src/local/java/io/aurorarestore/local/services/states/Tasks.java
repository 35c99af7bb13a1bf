package io.aurorarestore.local.services.states;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.time.Timeline;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The tasks that wait for their tokens to come back. Their times pass as fast as the timeline lets them. */
public final class Tasks {

    private static final String FORM = "AQC";
    private static final String TIMEOUT = "States.Timeout";
    private static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

    private final Map<String, Task> byToken = new ConcurrentSkipListMap<>();
    private final AtomicInteger issued = new AtomicInteger();
    private final Timeline timeline;

    public Tasks(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Longer than a number on purpose: AWS's tokens are hundreds of characters. */
    Task issue() {
        String random = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
        Task task = new Task("task-" + issued.incrementAndGet(), FORM + random.repeat(5));
        byToken.put(task.token(), task);
        return task;
    }

    /** Ends it where it has not ended by then. */
    void limit(Task task, Duration timeout) {
        timeline.after(timeout, () -> task.end(Outcome.timeout(TIMEOUT)));
    }

    /** Ends it where for so long nothing was heard of it. */
    void expectBeats(Task task, Duration every) {
        int heard = task.heartbeats();
        timeline.after(every, () -> {
            if (task.heartbeats() == heard) {
                task.end(Outcome.timeout(HEARTBEAT_TIMEOUT));
            } else if (!task.outcome().isDone()) {
                expectBeats(task, every);
            }
        });
    }

    Collection<Task> all() {
        return byToken.values();
    }

    /** @throws AwsException {@code InvalidToken} if it is none, {@code TaskDoesNotExist} if it is nobody's */
    Task of(String token) {
        if (!token.startsWith(FORM)) {
            throw AwsException.badRequest("InvalidToken", "Invalid Token: 'Invalid token'");
        }
        Task task = byToken.get(token);
        if (task == null) {
            throw AwsException.badRequest("TaskDoesNotExist", "Task does not exist");
        }
        return task;
    }
}
