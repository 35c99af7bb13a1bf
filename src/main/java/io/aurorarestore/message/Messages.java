package io.aurorarestore.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.restore.DatabaseJob;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.StepName;

/** Writes and reads the service's messages to itself. */
public final class Messages {

    private static final JsonMapper JSON = new JsonMapper();

    private Messages() {}

    public static String wakeUp(RestoreId restore, long chain) {
        return write(new Message(new Message.WakeUp(restore.value(), chain), null, null));
    }

    public static String job(DatabaseJob job) {
        return write(new Message(null, of(job), null));
    }

    public static String report(DatabaseJob job) {
        return write(new Message(null, null, new Message.Report(of(job))));
    }

    /** @throws IllegalArgumentException if it is not one of ours */
    public static Message read(JsonNode body) {
        try {
            return there(JSON.treeToValue(body, Message.class), "message");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message of the service", e);
        }
    }

    /**
     * The job as it is now; one of an earlier version has no run.
     *
     * @throws IllegalArgumentException if a part is missing or unknown
     */
    public static DatabaseJob job(Message.Job part) {
        there(part, "job");
        RestoreId restore = new RestoreId(there(part.restoreId(), "restoreId"));
        return new DatabaseJob(
                restore, StepName.valueOf(there(part.step(), "step")), part.attempt(), Math.max(1, part.run()));
    }

    private static Message.Job of(DatabaseJob job) {
        return new Message.Job(job.restore().value(), job.step().name(), job.attempt(), job.run());
    }

    private static <T> T there(T part, String what) {
        if (part == null) {
            throw new IllegalArgumentException("the " + what + " is missing");
        }
        return part;
    }

    private static String write(Message message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
