package io.aurorarestore.json;

import io.aurorarestore.model.settings.Objectives;
import java.time.Duration;
import java.util.Optional;

/** Reads a profile's {@code objectives}: how long a restore may take, and how old its data may be. */
final class ObjectivesReader {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private ObjectivesReader() {}

    static Optional<Objectives> read(Fields profile) {
        if (!profile.has("objectives")) {
            return Optional.empty();
        }
        Fields fields = profile.object("objectives");
        Objectives objectives = new Objectives(time(fields, "rto"), time(fields, "rpo"));
        fields.refuseUnknown();
        return Optional.of(objectives);
    }

    private static Optional<Duration> time(Fields fields, String name) {
        return fields.parsed(name, text -> StepsReader.duration(text, SHORTEST, LONGEST));
    }
}
