package io.aurorarestore.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.restore.JobReport;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.saga.Control;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a message in the inbox turned out to be. */
sealed interface Signal {

    /** The restores it concerns; fails where it has to come again. */
    Uni<List<Errand>> errands(Switchboard to);

    /** RDS says that something happened to a resource, ours or not. */
    record Happened(RdsEvent event) implements Signal {
        @Override
        public Uni<List<Errand>> errands(Switchboard to) {
            return to.happened(event);
        }
    }

    /**
     * Somebody asks for a restore.
     *
     * @param key its idempotency key
     * @param by who asks
     */
    record Requested(JsonNode request, String key, String by) implements Signal {
        @Override
        public Uni<List<Errand>> errands(Switchboard to) {
            return to.requested(this);
        }
    }

    /**
     * An operator wants something done to a restore, named by its id or by the target it holds.
     *
     * @param by who asks
     */
    record Operated(JsonNode detail, Control.Operation operation, String key, String by) implements Signal {
        @Override
        public Uni<List<Errand>> errands(Switchboard to) {
            return to.operated(this);
        }
    }

    /** A restore's time has come. */
    record WokenUp(RestoreId restore, long chain) implements Signal {
        @Override
        public Uni<List<Errand>> errands(Switchboard to) {
            return to.wokenUp(this);
        }
    }

    /** The database function has worked on a job, or could not. */
    record Reported(JobReport report) implements Signal {
        @Override
        public Uni<List<Errand>> errands(Switchboard to) {
            return to.reported(report);
        }
    }

    /** Nothing that the service understands. */
    record Unreadable(String reason, String messageId) implements Signal {
        @Override
        public Uni<List<Errand>> errands(Switchboard to) {
            return to.unreadable(this);
        }
    }
}
