package io.aurorarestore.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.restore.DatabaseJob;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.JobReport;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.StepName;
import java.util.Optional;

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

    public static String report(JobReport report) {
        String code = report.failure().map(failure -> failure.code().name()).orElse(null);
        Message.Report part =
                new Message.Report(of(report.job()), report.outcome().name(), report.detail(), code);
        return write(new Message(null, null, part));
    }

    /** @throws IllegalArgumentException if it is not one of ours */
    public static Message read(JsonNode body) {
        try {
            return JSON.treeToValue(body, Message.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message of the service: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if a part is missing or unknown */
    public static DatabaseJob job(Message.Job part) {
        return new DatabaseJob(new RestoreId(part.restoreId()), StepName.valueOf(part.step()), part.attempt());
    }

    /** @throws IllegalArgumentException if a part is missing or unknown */
    public static JobReport report(Message.Report part) {
        Optional<Failure> failure =
                Optional.ofNullable(part.code()).map(code -> new Failure(FailureCode.valueOf(code), part.detail()));
        return new JobReport(job(part.job()), JobReport.Outcome.valueOf(part.outcome()), part.detail(), failure);
    }

    private static Message.Job of(DatabaseJob job) {
        return new Message.Job(job.restore().value(), job.step().name(), job.attempt());
    }

    private static String write(Message message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
