package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.StepTimes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Maps what a restore has taken so far to its stored JSON, and back: in seconds by the steps' names, for each commit writes it. */
final class StepTimesDocument {

    private StepTimesDocument() {}

    static Optional<StepTimes> present(StepTimes times) {
        return Optional.of(times).filter(some -> !some.equals(StepTimes.NONE));
    }

    static StoredJson write(StepTimes times) {
        StoredJson json = new StoredJson().text("ended", times.ended());
        if (!times.calls().isEmpty()) {
            json.object("calls", calls(times.calls()));
        }
        new TreeMap<>(times.steps()).forEach((step, took) -> json.number(step.name(), took.toSeconds()));
        return times.resumed() ? json.flag("resumed", true) : json;
    }

    private static StoredJson calls(Map<String, Integer> calls) {
        StoredJson json = new StoredJson();
        new TreeMap<>(calls).forEach(json::number);
        return json;
    }

    static StepTimes read(StoredFields stored) {
        Map<StepName, Duration> steps = new EnumMap<>(StepName.class);
        stored.json()
                .properties()
                .forEach(one -> StepName.ofName(one.getKey())
                        .ifPresent(step -> steps.put(
                                step, Duration.ofSeconds(one.getValue().asLong()))));
        return new StepTimes(
                Map.copyOf(steps), stored.flag("resumed"), stored.maybeInstant("ended"), calls(stored.object("calls")));
    }

    private static Map<String, Integer> calls(StoredFields stored) {
        Map<String, Integer> calls = new TreeMap<>();
        stored.json().fieldNames().forEachRemaining(call -> calls.put(call, stored.number(call, 0)));
        return Map.copyOf(calls);
    }
}
