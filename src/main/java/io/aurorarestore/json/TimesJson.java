package io.aurorarestore.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.model.history.Expected;
import io.aurorarestore.model.settings.Objectives;

/** Writes what a restore is expected to take, and what it may take, as JSON: durations as ISO 8601 has them. */
public final class TimesJson {

    private static final JsonMapper JSON = new JsonMapper();

    private TimesJson() {}

    public static ObjectNode expected(Expected time) {
        return JSON.createObjectNode()
                .put("median", time.median().toString())
                .put("low", time.low().toString())
                .put("high", time.high().toString());
    }

    public static ObjectNode objectives(Objectives objectives) {
        ObjectNode json = JSON.createObjectNode();
        objectives.rto().ifPresent(rto -> json.put("rto", rto.toString()));
        objectives.rpo().ifPresent(rpo -> json.put("rpo", rpo.toString()));
        return json;
    }
}
