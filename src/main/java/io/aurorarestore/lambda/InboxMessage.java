package io.aurorarestore.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.Lookup;

/** A parsed message of the inbox: one record for each kind. */
sealed interface InboxMessage {

    /** Whether what it tells of was to be seen before it came; an answer is written down only as it is read. */
    default boolean isPast() {
        return this instanceof Happened || this instanceof Reported;
    }

    /** What will likely be read because of it. */
    default Lookup lookup() {
        return Lookup.NOTHING;
    }

    /** RDS says that something happened to a resource, ours or not. */
    record Happened(RdsEvent event) implements InboxMessage {

        @Override
        public Lookup lookup() {
            return Lookup.ofEvent(event.arns());
        }
    }

    /** Somebody asks for a restore. */
    record Requested(ReceivedRequest request) implements InboxMessage {}

    /** An operator wants something done to a restore, named by its id or by the target it holds. */
    record Operated(ReceivedRequest request, OperatorActions.Operation operation) implements InboxMessage {}

    /**
     * Somebody answers a hook, or says how far it is.
     *
     * @param ended whether it says how it ended
     */
    record Answered(JsonNode detail, boolean ended, String by) implements InboxMessage {}

    /** A restore's time has come. */
    record WokenUp(RestoreId restore, long chain) implements InboxMessage {

        @Override
        public Lookup lookup() {
            return Lookup.of(restore);
        }
    }

    /** The database function has written what came of a job. */
    record Reported(DatabaseJob job) implements InboxMessage {

        @Override
        public Lookup lookup() {
            return Lookup.of(job);
        }
    }

    /** The database function could not take a job to its end, as often as its queue lets it try. */
    record Dead(DatabaseJob job) implements InboxMessage {

        @Override
        public Lookup lookup() {
            return Lookup.of(job);
        }
    }

    /**
     * Nothing that the service understands.
     *
     * @param reason quotes nothing of it: it is told to people
     * @param body may hold anything
     */
    record Unreadable(String reason, String messageId, Sensitive body) implements InboxMessage {}
}
