package io.aurorarestore.adapter.dynamodb.stored;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.StoredByNewerVersionException;
import java.util.Optional;

/**
 * Maps a restore to its stored JSON, and back. It has two parts: the accepted request, written once, and the state,
 * written with each commit. The fields and constants of what is stored are named in this package and nowhere else;
 * renaming one of the model changes nothing of what is stored.
 *
 * @param schema raised when a change is such that an older version could not go on with the restore
 * @param accepted empty where it stands in the state still, as the first schema had it
 */
public record RestoreDocument(int schema, Optional<String> accepted, String state) {

    /** What this version writes. */
    public static final int SCHEMA = 2;

    public static RestoreDocument of(Restore restore) {
        return new RestoreDocument(SCHEMA, Optional.of(accepted(restore)), state(restore));
    }

    /** The part that is written once. */
    public static String accepted(Restore restore) {
        return AcceptedRequestDocument.write(restore.accepted()).toString();
    }

    /** The part that each commit writes. */
    public static String state(Restore restore) {
        return new StoredJson()
                .text("id", restore.id().value())
                .number("version", restore.version())
                .number("entries", restore.entries())
                .object("progress", ProgressDocument.write(restore.progress()))
                .object("outcome", ProgressDocument.write(restore.outcome()))
                .object("findings", StepOutputsDocument.write(restore.outputs()))
                .list("footprint", restore.resources().owned(), StepOutputsDocument::write)
                .object("turn", WakeUpScheduleDocument.write(restore.schedule()))
                .object("outbox", WakeUpScheduleDocument.write(restore.outbox()))
                .object("hooks", HooksDocument.present(restore.hooks()), HooksDocument::write)
                .toString();
    }

    /**
     * The restore, whichever schema it was written in.
     *
     * @throws StoredByNewerVersionException where only a later version can read it
     * @throws CallFailedException where it was spoilt; its text stays out of the message
     */
    public Restore read() {
        if (schema > SCHEMA) {
            throw new StoredByNewerVersionException("schema " + schema);
        }
        try {
            JsonNode stored = StoredJson.parse(state);
            JsonNode now = schema == SchemaOne.NUMBER ? SchemaOne.upgraded(stored) : stored;
            return read(
                    new StoredFields(now),
                    new StoredFields(accepted.map(StoredJson::parse).orElse(now.path("order"))));
        } catch (UnknownConstantException e) {
            throw new StoredByNewerVersionException("a constant of " + e.getMessage());
        } catch (CorruptItemException e) {
            throw new CallFailedException(
                    CallFailedException.Kind.FATAL,
                    FailureCode.UNEXPECTED,
                    "A stored restore cannot be read (" + e.getMessage() + ").");
        }
    }

    private static Restore read(StoredFields stored, StoredFields ordered) {
        RestoreId id = stored.parsed("id", RestoreId::new).orElseThrow(() -> new CorruptItemException("id"));
        AcceptedRequest accepted = AcceptedRequestDocument.read(ordered);
        return new Restore(
                id,
                stored.count("version"),
                stored.count("entries"),
                accepted,
                ProgressDocument.read(stored.object("progress")),
                ProgressDocument.outcome(stored.object("outcome")),
                StepOutputsDocument.read(stored.object("findings")),
                StepOutputsDocument.resources(stored, "footprint"),
                WakeUpScheduleDocument.read(stored.object("turn")),
                WakeUpScheduleDocument.outbox(stored.object("outbox")),
                HooksDocument.asked(stored.object("hooks")));
    }
}
