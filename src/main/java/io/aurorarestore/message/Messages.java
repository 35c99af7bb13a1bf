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

    /** In characters. */
    private static final int LONGEST_DETAIL = 8192;

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
            return there(JSON.treeToValue(body, Message.class), "message");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message of the service", e);
        }
    }

    /** @throws IllegalArgumentException if a part is missing or unknown */
    public static DatabaseJob job(Message.Job part) {
        there(part, "job");
        RestoreId restore = new RestoreId(there(part.restoreId(), "restoreId"));
        return new DatabaseJob(restore, StepName.valueOf(there(part.step(), "step")), part.attempt());
    }

    /** @throws IllegalArgumentException if a part is missing or unknown */
    public static JobReport report(Message.Report part) {
        String detail = shortened(there(part.detail(), "detail"));
        JobReport.Outcome outcome = JobReport.Outcome.valueOf(there(part.outcome(), "outcome"));
        Optional<Failure> failure =
                Optional.ofNullable(part.code()).map(code -> new Failure(FailureCode.valueOf(code), detail));
        if (failure.isPresent() != (outcome == JobReport.Outcome.FAILED)) {
            throw new IllegalArgumentException("a job that fails has a code, and no other has");
        }
        return new JobReport(job(part.job()), outcome, detail, failure);
    }

    private static Message.Job of(DatabaseJob job) {
        return new Message.Job(job.restore().value(), job.step().name(), job.attempt());
    }

    private static <T> T there(T part, String what) {
        if (part == null) {
            throw new IllegalArgumentException("the " + what + " is missing");
        }
        return part;
    }

    /** A restore and its audit trail keep it: PostgreSQL's errors may be as long as a script. */
    private static String shortened(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
    }

    private static String write(Message message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
