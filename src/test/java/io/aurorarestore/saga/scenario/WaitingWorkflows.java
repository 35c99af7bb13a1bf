package io.aurorarestore.saga.scenario;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.Workflows;
import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Sensitive;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Step Functions executions, each waiting with a task token. */
final class WaitingWorkflows implements Workflows {

    final Map<String, Announcement> ended = new HashMap<>();
    final List<String> heartbeats = new ArrayList<>();

    /** Ends cannot be told so many times. */
    int unreachable;

    @Override
    public Uni<Void> end(Sensitive taskToken, Announcement announcement) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (unreachable-- > 0) {
                throw new CallFailed(CallFailed.Kind.RETRY, FailureCode.NOTIFICATION_FAILED, "Nobody answers.");
            }
            ended.putIfAbsent(taskToken.reveal(), announcement);
        });
    }

    @Override
    public Uni<Void> heartbeat(Sensitive taskToken) {
        return Uni.createFrom().voidItem().invoke(() -> heartbeats.add(taskToken.reveal()));
    }
}
