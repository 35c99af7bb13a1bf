package io.aurorarestore.lambda.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Identifier;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.port.RestoreViews;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the query parameters and headers of an HTTP request; everything wrong with them is told at once. */
final class HttpParameters {

    private static final Map<Route, Set<String>> KNOWN = Map.of(
            Route.OPEN, Set.of("dryRun"),
            Route.LIST, Set.of("target", "status", "limit", "next"),
            Route.AUDIT, Set.of("limit", "next"));
    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;
    private static final int LONGEST_KEY = 256;
    private static final int LONGEST_NAME = 64;

    private final HttpRequest call;
    private final List<String> wrong = new ArrayList<>();

    /** @throws RequestRejectedException with {@code INVALID_REQUEST} */
    HttpParameters(Route route, HttpRequest call) {
        this.call = call;
        call.query().keySet().stream()
                .filter(name -> !known(route).contains(name))
                .forEach(name -> wrong.add("unknown parameter " + PlainText.shortened(name, LONGEST_NAME)));
        check("dryRun", "true|false", "must be true or false");
        check("limit", "[1-9]\\d?|100", "must be a whole number from 1 to " + MOST);
        check("status", statuses(), "must be one of " + Arrays.toString(Status.values()));
        target().filter(name -> !Identifier.isValid(name))
                .ifPresent(bad -> wrong.add("target is no cluster name: " + Identifier.RULE));
        if (route == Route.AUDIT) {
            check("next", "\\d{1,9}", "is not of an earlier page");
        }
        call.header("idempotency-key")
                .filter(key -> key.isBlank() || key.length() > LONGEST_KEY)
                .ifPresent(bad -> wrong.add("Idempotency-Key must have 1 to " + LONGEST_KEY + " characters"));
        call.header("idempotency-key")
                .filter(key -> !PlainText.isPlain(key))
                .ifPresent(bad -> wrong.add("Idempotency-Key " + PlainText.RULE));
        if (!wrong.isEmpty()) {
            throw new RequestRejectedException(FailureCode.INVALID_REQUEST, wrong);
        }
    }

    static Set<String> known(Route route) {
        return KNOWN.getOrDefault(route, Set.of());
    }

    boolean dryRun() {
        return value("dryRun").filter("true"::equals).isPresent();
    }

    int limit() {
        return value("limit").map(Integer::valueOf).orElse(DEFAULT_LIMIT);
    }

    long after() {
        return value("next").map(Long::valueOf).orElse(0L);
    }

    RestoreViews.Query query() {
        return new RestoreViews.Query(target(), value("status").map(Status::valueOf), limit(), value("next"));
    }

    /** The header's, else the body's, else API Gateway's own: then each call is a request of its own. */
    String key(JsonNode body) {
        return call.header("idempotency-key")
                .or(() -> Optional.of(body.path("requestId").asText("")).filter(id -> !id.isEmpty()))
                .orElse(call.requestId());
    }

    private void check(String name, String pattern, String what) {
        value(name).filter(value -> !value.matches(pattern)).ifPresent(bad -> wrong.add(name + " " + what));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(call.query().get(name));
    }

    private static String statuses() {
        return String.join("|", Arrays.stream(Status.values()).map(Status::name).toList());
    }

    private Optional<String> target() {
        return value("target").map(Identifier::stored);
    }
}
