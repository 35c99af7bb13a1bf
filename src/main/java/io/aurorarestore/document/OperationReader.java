package io.aurorarestore.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.saga.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an operator wants to be done to which restore. */
public final class OperationReader {

    private OperationReader() {}

    /**
     * Only the reason, where the restore is named elsewhere.
     *
     * @throws Refused with {@code INVALID_REQUEST}
     */
    public static String reason(JsonNode body) {
        List<String> wrong = new ArrayList<>();
        Fields fields = new Fields(body, "", wrong);
        String reason = fields.text("reason").orElse("");
        fields.refuseUnknown();
        if (!wrong.isEmpty()) {
            throw new Refused(FailureCode.INVALID_REQUEST, wrong);
        }
        return reason;
    }

    /** Either {@code restore} or {@code target} is there. */
    public record Wanted(Optional<RestoreId> restore, Optional<String> target, String reason) {}

    /** @throws Refused with {@code INVALID_REQUEST} */
    public static Wanted read(JsonNode detail) {
        List<String> wrong = new ArrayList<>();
        if (!detail.isObject()) {
            wrong.add("the request is not a JSON object");
        }
        Fields fields = new Fields(detail, "", wrong);
        Optional<RestoreId> restore = fields.parsed("restoreId", RestoreId::new);
        Optional<String> target = fields.text("target");
        String reason = fields.text("reason").orElse("");
        fields.text("requestId");
        fields.refuseUnknown();
        if (fields.has("restoreId") == fields.has("target")) {
            wrong.add("either restoreId or target must be there");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(FailureCode.INVALID_REQUEST, wrong);
        }
        return new Wanted(restore, target, reason);
    }
}
