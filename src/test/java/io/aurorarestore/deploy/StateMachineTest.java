package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The state machine that users copy. */
class StateMachineTest {

    private static final Path FILE = Path.of("deploy/state-machine.asl.json");

    private final JsonNode machine = read();

    @Test
    void every_state_is_reached_from_the_start_and_leads_on_or_ends() {
        Set<String> reached = new TreeSet<>();
        reach(machine.path("StartAt").asText(), reached);

        Set<String> declared = new TreeSet<>();
        machine.path("States").fieldNames().forEachRemaining(declared::add);
        assertThat(reached).isEqualTo(declared);
    }

    private void reach(String name, Set<String> reached) {
        JsonNode state = machine.path("States").path(name);
        assertThat(state.isObject()).as(name).isTrue();
        if (reached.add(name)) {
            Set<String> next = next(state);
            assertThat(next.isEmpty()).as(name).isEqualTo(ends(state));
            next.forEach(one -> reach(one, reached));
        }
    }

    private static Set<String> next(JsonNode state) {
        Set<String> next = new HashSet<>();
        if (state.has("Next")) {
            next.add(state.path("Next").asText());
        }
        state.path("Catch").forEach(handler -> next.add(handler.path("Next").asText()));
        return next;
    }

    private static boolean ends(JsonNode state) {
        return Set.of("Succeed", "Fail").contains(state.path("Type").asText())
                || state.path("End").asBoolean();
    }

    @Test
    void nothing_in_it_polls() {
        assertThat(machine.findValuesAsText("Type")).containsOnlyOnce("Task").doesNotContain("Wait", "Choice");
        assertThat(machine.at("/States/Restore/Resource").asText()).endsWith("events:putEvents.waitForTaskToken");
    }

    /** Check-ins are at most 15 minutes apart; two may be lost. */
    @Test
    void the_heartbeat_may_be_missed_twice() {
        JsonNode restore = machine.at("/States/Restore");

        assertThat(restore.path("HeartbeatSeconds").asInt()).isGreaterThan(2 * 15 * 60);
        assertThat(restore.path("TimeoutSeconds").asInt())
                .isGreaterThan(restore.path("HeartbeatSeconds").asInt());
    }

    @Test
    void asl_validator_finds_nothing_where_it_is_installed() throws IOException, InterruptedException {
        String validator = "asl-validator";
        assumeTrue(onPath(validator), "asl-validator (npm) is not on the PATH: its check is left out");

        Process check = new ProcessBuilder(validator, "--json-path", FILE.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(said).isZero();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static JsonNode read() {
        try {
            return new JsonMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
