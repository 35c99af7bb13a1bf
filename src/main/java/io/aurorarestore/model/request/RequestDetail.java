package io.aurorarestore.model.request;

import io.aurorarestore.model.settings.Scaling;
import io.aurorarestore.model.text.EnumText;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps a request to the detail of the event that a client writes, without an idempotency key. */
public final class RequestDetail {

    private RequestDetail() {}

    public static Map<String, Object> of(RestoreRequest request) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("target", request.target());
        detail.put("source", request.source().asked());
        detail.put("replace", EnumText.of(request.replace()));
        detail.put("profile", request.profile());
        if (request.acceptDataLoss()) {
            detail.put("acceptDataLoss", true);
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        request.settings().said().forEach((name, value) -> settings.put(name, plain(value)));
        if (!settings.isEmpty()) {
            detail.put("settings", settings);
        }
        return detail;
    }

    private static Object plain(Object value) {
        if (value instanceof Scaling scaling) {
            return scaling(scaling);
        }
        return value instanceof Enum<?> constant ? EnumText.of(constant) : value;
    }

    private static Map<String, Object> scaling(Scaling scaling) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("min", scaling.min());
        plain.put("max", scaling.max());
        scaling.secondsUntilAutoPause().ifPresent(seconds -> plain.put("secondsUntilAutoPause", seconds));
        return plain;
    }
}
