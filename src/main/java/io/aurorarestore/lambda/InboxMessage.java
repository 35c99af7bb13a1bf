package io.aurorarestore.lambda;

import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.text.Sensitive;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a message in the inbox turned out to be. */
sealed interface InboxMessage {

    /** The restores it concerns; fails where it has to come again. */
    Uni<List<ReconcileTask>> errands(MessageRouter to);

    /** RDS says that something happened to a resource, ours or not. */
    record Happened(RdsEvent event) implements InboxMessage {
        @Override
        public Uni<List<ReconcileTask>> errands(MessageRouter to) {
            return to.happened(event);
        }
    }

    /** Somebody asks for a restore. */
    record Requested(ReceivedRequest asked) implements InboxMessage {
        @Override
        public Uni<List<ReconcileTask>> errands(MessageRouter to) {
            return to.requests().open(asked);
        }
    }

    /** An operator wants something done to a restore, named by its id or by the target it holds. */
    record Operated(ReceivedRequest asked, OperatorActions.Operation operation) implements InboxMessage {
        @Override
        public Uni<List<ReconcileTask>> errands(MessageRouter to) {
            return to.requests().operate(asked, operation);
        }
    }

    /** A restore's time has come. */
    record WokenUp(RestoreId restore, long chain) implements InboxMessage {
        @Override
        public Uni<List<ReconcileTask>> errands(MessageRouter to) {
            return to.wokenUp(this);
        }
    }

    /** The database function has written what came of a job. */
    record Reported(DatabaseJob job) implements InboxMessage {
        @Override
        public Uni<List<ReconcileTask>> errands(MessageRouter to) {
            return to.reported(job);
        }
    }

    /** The database function could not take a job to its end, as often as its queue lets it try. */
    record Dead(DatabaseJob job) implements InboxMessage {
        @Override
        public Uni<List<ReconcileTask>> errands(MessageRouter to) {
            return to.dead(job);
        }
    }

    /**
     * Nothing that the service understands.
     *
     * @param reason quotes nothing of it: it is told to people
     * @param body may hold anything
     */
    record Unreadable(String reason, String messageId, Sensitive body) implements InboxMessage {
        @Override
        public Uni<List<ReconcileTask>> errands(MessageRouter to) {
            return to.requests().unreadable(this);
        }
    }
}
