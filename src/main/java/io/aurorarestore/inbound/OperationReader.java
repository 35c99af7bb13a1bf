package io.aurorarestore.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.document.Fields;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.saga.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an operator wants to be done to which restore. */
final class OperationReader {

    private OperationReader() {}

    /** Either {@code restore} or {@code target} is there. */
    record Wanted(Optional<RestoreId> restore, Optional<String> target, String reason) {}

    /** @throws Refused with {@code INVALID_REQUEST} */
    static Wanted read(JsonNode detail) {
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
            throw new Refused(FailureCode.INVALID_REQUEST, String.join("; ", wrong) + ".");
        }
        return new Wanted(restore, target, reason);
    }
}
