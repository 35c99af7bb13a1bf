package io.aurorarestore.json;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.text.NameList;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a profile's {@code hooks}: what others are asked to do between two steps, and who may answer. */
final class HooksReader {

    private static final int MOST = 10;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(2);

    private enum Channel {
        EVENT,
        HTTP
    }

    private HooksReader() {}

    static Optional<List<Hook>> read(Fields profile) {
        Optional<List<Hook>> hooks = profile.objects("hooks", HooksReader::hook);
        List<Hook> all = hooks.orElse(List.of());
        if (all.size() > MOST) {
            profile.wrong("hooks", "are more than " + MOST);
        }
        Set<String> known = new HashSet<>();
        all.stream()
                .map(Hook::name)
                .filter(name -> !known.add(name))
                .forEach(name -> profile.wrong("hooks", "have the name " + NameList.of(name) + " twice"));
        return hooks;
    }

    private static Optional<Hook> hook(Fields fields) {
        Optional<String> name = fields.text("name");
        Optional<StepName> after = fields.parsed("after", StepName::ofLabel);
        Optional<StepName> before = fields.parsed("before", StepName::ofLabel);
        Duration deadline = fields.parsed("deadline", text -> StepsReader.duration(text, SHORTEST, LONGEST))
                .orElse(Hook.DEFAULT_DEADLINE);
        Optional<Channel> answerBy = fields.word("answerBy", Channel.values());
        if (name.filter(Hook::isName).isEmpty()) {
            fields.wrong("name", Hook.NAME_RULE);
        }
        if (fields.has("after") == fields.has("before")) {
            fields.wrong("either after or before", "must be there, with the name of a step");
        }
        Hook.Place place = fields.has("after") ? Hook.Place.AFTER : Hook.Place.BEFORE;
        Optional<StepName> step = after.or(() -> before);
        step.flatMap(one -> Hook.problem(place, one))
                .ifPresent(why -> fields.wrong(place == Hook.Place.AFTER ? "after" : "before", why));
        return name.flatMap(one ->
                step.map(at -> new Hook(one, place, at, deadline, answerBy.orElse(Channel.HTTP) == Channel.EVENT)));
    }
}
