package io.aurorarestore.local.front;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The local AWS's own routes under {@code /_local}, outside of AWS's protocols and unsigned. */
final class LocalRoutes {

    private final Map<String, Map<String, LocalRoute>> routes = new ConcurrentSkipListMap<>();

    void add(String method, String path, LocalRoute route) {
        routes.computeIfAbsent(path, p -> new ConcurrentSkipListMap<>()).put(method, route);
    }

    AwsResponse answer(String method, String path, String query, String body) {
        try {
            for (String known : routes.keySet()) {
                var variables = new PathTemplate(known).match(path);
                if (variables.isPresent()) {
                    var call = new LocalCall(method, path, variables.get(), Form.parse(query), Json.object());
                    return answer(routes.get(known), call, body);
                }
            }
        } catch (IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage()));
        } catch (AwsException e) {
            return error(e.status(), e.getMessage());
        }
        return error(404, "No " + path + " here. There is: " + String.join(", ", routes.keySet()));
    }

    private AwsResponse answer(Map<String, LocalRoute> methods, LocalCall call, String body) {
        LocalRoute route = methods.get(call.method());
        if (route == null) {
            String known = String.join(", ", methods.keySet());
            return error(405, call.path() + " takes " + known + ", not " + call.method());
        }
        return AwsResponse.json(route.status(), route.answer(body.isBlank() ? call : call.with(Json.read(body))));
    }

    private AwsResponse error(int status, String message) {
        return AwsResponse.json(status, Json.object().put("error", message));
    }
}
