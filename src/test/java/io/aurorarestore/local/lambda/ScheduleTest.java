package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.template.TemplateError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(600)
class ScheduleTest {

    private Stage stage;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void invokes_the_function_again_and_again_with_eventbridges_event() throws Exception {
        try (Schedule schedule = schedule("rate(1 minute)", 600)) {
            schedule.start();
            stage.director().next().respond("{}");

            Invoked second = stage.director().next();

            JsonNode event = Json.read(second.event());
            assertThat(event.path("source").textValue()).isEqualTo("aws.events");
            assertThat(event.path("detail-type").textValue()).isEqualTo("Scheduled Event");
            assertThat(event.path("region").textValue()).isEqualTo("us-east-1");
            assertThat(Instant.parse(event.path("time").textValue())).isBeforeOrEqualTo(Instant.now());
            assertThat(event.path("detail").isObject()).isTrue();
        }
    }

    @Test
    void goes_on_after_a_failure() throws Exception {
        try (Schedule schedule = schedule("rate(1 minute)", 600)) {
            schedule.start();
            stage.director().next().tell("exit\n1");
            stage.director().next().reportError("{}");

            assertThat(stage.director().next().event()).contains("aws.events");
        }
    }

    @Test
    void knows_no_speed_too_high() throws Exception {
        try (Schedule schedule = schedule("rate(1 minute)", 1e9)) {
            schedule.start();

            assertThat(stage.director().next().event()).contains("aws.events");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate(0 minutes)", "rate(5)", "cron(0 12 * * ? *)"})
    void refuses_an_expression_it_does_not_know(String expression) {
        assertThatThrownBy(() -> schedule(expression, 1))
                .isInstanceOf(TemplateError.class)
                .hasMessageContaining(expression);
    }

    private Schedule schedule(String expression, double speed) throws IOException {
        return new Schedule("Sweep", expression, speed, stage.function(1), "us-east-1");
    }
}
