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
        Map<String, LocalRoute> methods = routes.get(path);
        if (methods == null) {
            return error(404, "No " + path + " here. There is: " + String.join(", ", routes.keySet()));
        }
        LocalRoute route = methods.get(method);
        if (route == null) {
            return error(405, path + " takes " + String.join(", ", methods.keySet()) + ", not " + method);
        }
        return answer(route, method, path, query, body);
    }

    private AwsResponse answer(LocalRoute route, String method, String path, String query, String body) {
        try {
            var json = body.isBlank() ? Json.object() : Json.read(body);
            return AwsResponse.json(200, route.answer(new LocalCall(method, path, Form.parse(query), json)));
        } catch (IllegalArgumentException | AwsException e) {
            return error(400, e.getMessage());
        }
    }

    private AwsResponse error(int status, String message) {
        return AwsResponse.json(status, Json.object().put("error", message));
    }
}
