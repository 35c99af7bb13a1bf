package io.aurorarestore.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Identifier;
import io.aurorarestore.restore.RestoreRequest;
import io.aurorarestore.restore.SnapshotSelector;
import io.aurorarestore.saga.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a request from JSON, or says everything that is wrong with it at once. */
final class RequestReader {

    private static final Set<String> FIELDS = Set.of("target", "source", "profile", "requestId");

    private final Home home;

    RequestReader(Home home) {
        this.home = home;
    }

    /** @throws Refused with {@code INVALID_REQUEST} */
    RestoreRequest read(JsonNode json) {
        List<String> wrong = new ArrayList<>();
        if (!json.isObject()) {
            wrong.add("the request is not a JSON object");
        }
        Fields.refuseUnknown(json, FIELDS, "", wrong);
        String target = target(json, wrong);
        SnapshotSelector source = new SourceReader(home, wrong).read(json.path("source"));
        String profile = Fields.text(json, "profile", wrong).orElse(RestoreRequest.DEFAULT_PROFILE);
        if (!wrong.isEmpty()) {
            throw new Refused(FailureCode.INVALID_REQUEST, String.join("; ", wrong) + ".");
        }
        return new RestoreRequest(target, source, profile);
    }

    private static String target(JsonNode json, List<String> wrong) {
        String target = Fields.text(json, "target", wrong).orElse(null);
        if (target == null) {
            if (json.path("target").isMissingNode()) {
                wrong.add("target is missing: the name the restored cluster is to have");
            }
            return "";
        }
        if (!Identifier.isValid(target)) {
            wrong.add("target is no cluster name: " + Identifier.RULE);
        }
        return target;
    }
}
