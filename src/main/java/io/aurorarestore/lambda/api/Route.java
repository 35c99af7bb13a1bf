package io.aurorarestore.lambda.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations of the API: method and path, in which a part in braces stands for any name. */
enum Route {
    OPEN("POST", "/restores"),
    PLAN("GET", "/dry-runs/{id}"),
    LIST("GET", "/restores"),
    SHOW("GET", "/restores/{id}"),
    AUDIT("GET", "/restores/{id}/audit"),
    CANCEL("POST", "/restores/{id}/cancel"),
    RESUME("POST", "/restores/{id}/resume"),
    ABANDON("POST", "/restores/{id}/abandon"),
    RETIRE("POST", "/restores/{id}/retire"),
    HOOK("POST", "/restores/{id}/hooks/{name}"),
    REPORT("GET", "/targets/{target}/report"),
    PROFILES("GET", "/profiles"),
    PROFILE("GET", "/profiles/{name}"),
    DESCRIPTION("GET", "/openapi.yaml"),
    REQUEST_SCHEMA("GET", "/events/restore-request.schema.json");

    private final String method;
    private final String path;

    Route(String method, String path) {
        this.method = method;
        this.path = path;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** Whether it asks for something to be done. */
    boolean changes() {
        return "POST".equals(method);
    }

    /** The values of the parts in braces, if the path is this route's. */
    Optional<Map<String, String>> match(String asked) {
        String[] wanted = path.split("/", -1);
        String[] given = asked.split("/", -1);
        Map<String, String> values = new HashMap<>();
        boolean fits = wanted.length == given.length;
        for (int at = 0; fits && at < wanted.length; at++) {
            if (wanted[at].startsWith("{")) {
                values.put(wanted[at].substring(1, wanted[at].length() - 1), given[at]);
            } else {
                fits = wanted[at].equals(given[at]);
            }
        }
        return fits ? Optional.of(values) : Optional.empty();
    }

    static Stream<Route> at(String path) {
        return Stream.of(values()).filter(route -> route.match(path).isPresent());
    }
}
