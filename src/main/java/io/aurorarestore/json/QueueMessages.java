package io.aurorarestore.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import org.jspecify.annotations.Nullable;

/** Writes and reads the service's messages to itself. */
public final class QueueMessages {

    private static final JsonMapper JSON = new JsonMapper();

    private QueueMessages() {}

    public static String wakeUp(RestoreId restore, long chain) {
        return write(new QueueMessage(new QueueMessage.WakeUp(restore.value(), chain), null, null));
    }

    public static String job(DatabaseJob job) {
        return write(new QueueMessage(null, of(job), null));
    }

    public static String report(DatabaseJob job) {
        return write(new QueueMessage(null, null, new QueueMessage.Report(of(job))));
    }

    /** @throws UnreadableMessageException if it is not one of ours */
    public static QueueMessage read(JsonNode body) {
        try {
            return there(JSON.treeToValue(body, QueueMessage.class), "message");
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException("not a message of the service", e);
        }
    }

    /** @throws UnreadableMessageException if it is no restore's id */
    public static RestoreId restore(@Nullable String id) {
        if (id == null || !RestoreId.isValid(id)) {
            throw new UnreadableMessageException("the restoreId is missing, or is none");
        }
        return new RestoreId(id);
    }

    /**
     * The job as it is now; one of an earlier version has no run.
     *
     * @throws UnreadableMessageException if a part is missing or unknown
     */
    public static DatabaseJob job(QueueMessage.@Nullable Job part) {
        QueueMessage.Job job = there(part, "job");
        return new DatabaseJob(restore(job.restoreId()), step(job.step()), job.attempt(), Math.max(1, job.run()));
    }

    private static QueueMessage.Job of(DatabaseJob job) {
        return new QueueMessage.Job(job.restore().value(), job.step().name(), job.attempt(), job.run());
    }

    private static StepName step(@Nullable String name) {
        return StepName.ofName(String.valueOf(name))
                .orElseThrow(() -> new UnreadableMessageException("the step is missing, or is none"));
    }

    private static <T> T there(@Nullable T part, String what) {
        if (part == null) {
            throw new UnreadableMessageException("the " + what + " is missing");
        }
        return part;
    }

    private static String write(QueueMessage message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
