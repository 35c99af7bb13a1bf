package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alarms and dashboard look at metrics that the service writes: a wrong name would never alarm. */
class TemplateMetricsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final WholeTemplate template = new WholeTemplate();
    private final List<String> lines = new ArrayList<>();

    @Test
    void every_alarm_of_our_own_metrics_looks_at_one_that_is_written() throws JsonProcessingException {
        assertThat(template.all("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> "AuroraRestore".equals(alarm.properties().get("Namespace")))
                .isNotEmpty()
                .extracting(alarm -> alarm.text("MetricName"))
                .isSubsetOf(written());
    }

    @Test
    void every_metric_of_our_own_on_the_dashboard_is_one_that_is_written() throws JsonProcessingException {
        List<String> shown = new ArrayList<>();
        for (JsonNode widget : dashboard().path("widgets")) {
            widget.at("/properties/metrics").forEach(metric -> {
                if (metric.path(0).asText().equals("AuroraRestore")) {
                    shown.add(metric.path(1).asText());
                }
            });
        }

        assertThat(shown).isNotEmpty().isSubsetOf(written());
    }

    @Test
    void the_dashboard_shows_the_restores() throws JsonProcessingException {
        assertThat(dashboard().at("/widgets/0/type").asText()).isEqualTo("custom");
        assertThat(dashboard().at("/widgets/0/properties/endpoint").asText()).endsWith(":aurora-restore-widget");
    }

    private JsonNode dashboard() throws JsonProcessingException {
        Resource dashboard = template.all("AWS::CloudWatch::Dashboard").get(0);
        return JSON.readTree(dashboard.text("DashboardBody"));
    }

    private Set<String> written() throws JsonProcessingException {
        write(new Metrics("test", Clock.systemUTC(), lines::add));
        Set<String> names = new TreeSet<>();
        for (String line : lines) {
            JsonNode directive = JSON.readTree(line).at("/_aws/CloudWatchMetrics/0");
            assertThat(directive.path("Namespace").asText()).isEqualTo("AuroraRestore");
            directive
                    .path("Metrics")
                    .forEach(metric -> names.add(metric.path("Name").asText()));
        }
        return names;
    }

    private static void write(Metrics metrics) {
        Failure failure = new Failure(FailureCode.UNEXPECTED, "");
        Restore restore = TestData.restore(StepName.RETIRE_OLD).with(Outcome.NONE.because(failure));
        Stream.of(Status.values()).filter(Status::terminal).forEach(status -> {
            metrics.ended(restore.ended(status, TestData.NOW));
            metrics.ended(restore.retirement(TestData.NOW).ended(status, TestData.NOW));
        });
        metrics.refused(failure);
        metrics.overdue(0);
        metrics.unreadable("message");
        metrics.untold(TestData.ID);
    }
}
