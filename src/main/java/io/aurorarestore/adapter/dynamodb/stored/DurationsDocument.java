package io.aurorarestore.adapter.dynamodb.stored;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Maps what earlier restores took to its stored JSON, and back: for each step a text of seconds. It is never longer than
 * two kilobytes, and what cannot be read of it is passed over: no restore depends on it.
 */
public final class DurationsDocument {

    private static final int MOST = 2000;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,7}");

    private DurationsDocument() {}

    /** By itself. */
    public static String text(Durations durations) {
        return write(durations).toString();
    }

    /** What is too old to fit is left out. */
    static StoredJson write(Durations durations) {
        int kept = Durations.KEPT;
        StoredJson json = json(durations);
        while (json.toString().length() > MOST) {
            kept--;
            json = json(durations.newest(kept));
        }
        return json;
    }

    private static StoredJson json(Durations durations) {
        StoredJson steps = new StoredJson();
        new TreeMap<>(durations.steps()).forEach((step, took) -> steps.text(step.name(), seconds(took)));
        return new StoredJson().object("steps", steps).text("whole", seconds(durations.whole()));
    }

    static Optional<Durations> present(Durations durations) {
        return Optional.of(durations).filter(some -> !some.isEmpty());
    }

    private static String seconds(List<Duration> took) {
        return took.stream().map(time -> Long.toString(time.toSeconds())).collect(Collectors.joining(" "));
    }

    /** By itself; nothing where it cannot be read. */
    public static Durations of(String text) {
        try {
            return read(new StoredFields(StoredJson.parse(text)));
        } catch (CorruptItemException e) {
            return Durations.NONE;
        }
    }

    static Durations read(StoredFields stored) {
        Map<StepName, List<Duration>> steps = new EnumMap<>(StepName.class);
        JsonNode json = stored.json().path("steps");
        json.properties()
                .forEach(one ->
                        StepName.ofName(one.getKey()).ifPresent(step -> steps.put(step, times(one.getValue()))));
        return new Durations(Map.copyOf(steps), times(stored.json().path("whole"))).newest(Durations.KEPT);
    }

    private static List<Duration> times(JsonNode seconds) {
        return Stream.of(seconds.asText("").split(" ", -1))
                .filter(one -> SECONDS.matcher(one).matches())
                .map(one -> Duration.ofSeconds(Long.parseLong(one)))
                .toList();
    }
}
