package io.aurorarestore.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.Subject;
import java.util.Optional;

/** Reads what an operator wants to be done to which restore. */
public final class OperationReader {

    private OperationReader() {}

    /**
     * Only the reason, where the restore is named elsewhere.
     *
     * @throws RequestRejectedException with {@code INVALID_REQUEST}
     */
    public static String reason(JsonNode body) {
        Fields fields = Fields.ofRequest(body);
        String reason = fields.text("reason").orElse("");
        fields.refuseUnknown();
        fields.refuseWrong();
        return reason;
    }

    /** What is wanted, and why. */
    public record Wanted(Subject subject, String reason) {}

    /** @throws RequestRejectedException with {@code INVALID_REQUEST} */
    public static Wanted read(JsonNode detail) {
        Fields fields = Fields.ofRequest(detail);
        Optional<RestoreId> restore = fields.parsed("restoreId", RestoreId::new);
        Optional<String> target = fields.identifier("target");
        String reason = fields.text("reason").orElse("");
        fields.text("requestId");
        fields.refuseUnknown();
        if (fields.has("restoreId") == fields.has("target")) {
            fields.wrong("either restoreId or target", "must be there");
        }
        fields.refuseWrong();
        return new Wanted(new Subject(restore, target), reason);
    }
}
