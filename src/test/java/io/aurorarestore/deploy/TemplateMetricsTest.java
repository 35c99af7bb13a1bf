package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.app.metrics.EveryMetric;
import io.aurorarestore.local.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alarms, dashboard and page speak of metrics that the service writes: a wrong name would never alarm. */
class TemplateMetricsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SEARCH = Pattern.compile(
            "SEARCH\\('\\{AuroraRestore,([\\w,]+)} Environment=\"test\" MetricName=\"(\\w+)\"', '\\w+', \\d+\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`[A-Z]\\w+`,? ?)+)(.*?) \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private final WholeTemplate template = WholeTemplate.atFirst(Map.of("Environment", "test"));

    /** Each metric with the sets of dimensions by which it is counted. */
    private final Map<String, Set<String>> written = written();

    @Test
    void every_alarm_of_our_own_metrics_looks_at_one_that_is_written_by_environment() {
        assertThat(template.all("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> "AuroraRestore".equals(alarm.properties().get("Namespace")))
                .isNotEmpty()
                .extracting(alarm -> alarm.text("MetricName"))
                .allSatisfy(metric -> assertThat(written.get(metric)).contains("Environment"));
    }

    @Test
    void every_alarm_that_adds_metrics_of_our_own_adds_some_that_are_written_by_environment() {
        List<JsonNode> added = template.all("AWS::CloudWatch::Alarm").stream()
                .flatMap(alarm ->
                        JSON.<JsonNode>valueToTree(alarm.properties()).path("Metrics").findValues("Metric").stream())
                .filter(metric -> metric.path("Namespace").asText().equals("AuroraRestore"))
                .toList();

        assertThat(added)
                .allMatch(metric -> metric.at("/Dimensions/0/Name").asText().equals("Environment"))
                .allMatch(metric -> metric.at("/Dimensions/0/Value").asText().equals("test"))
                .extracting(metric -> metric.path("MetricName").asText())
                .containsExactly("RtoMissed", "RpoMissed")
                .allSatisfy(metric -> assertThat(written.get(metric)).contains("Environment"));
    }

    @Test
    void who_missed_an_objective_is_told_and_shown_by_target() throws JsonProcessingException {
        Resource alarm = template.all("AWS::CloudWatch::Alarm").stream()
                .filter(one -> one.text("AlarmName").equals("aurora-restore-objective-missed"))
                .findFirst()
                .orElseThrow();

        assertThat(alarm.text("AlarmDescription")).contains("objectives", "report");
        assertThat((List<?>) alarm.properties().get("AlarmActions")).hasSize(1);
        assertThat(dashboard().findValuesAsText("expression"))
                .filteredOn(one -> one.contains("Environment,Target}"))
                .hasSize(2);
    }

    @Test
    void every_alarm_says_what_happened_and_what_to_do() {
        assertThat(template.all("AWS::CloudWatch::Alarm"))
                .hasSize(9)
                .extracting(alarm -> alarm.text("AlarmDescription"))
                .allMatch(text -> text.matches("[A-Z][^.]+\\. What to do: [a-z].{40,}\\."))
                .allMatch(text -> text.length() <= 1024);
    }

    @Test
    void every_metric_of_our_own_on_the_dashboard_is_one_that_is_written_by_environment()
            throws JsonProcessingException {
        List<String> shown = new ArrayList<>();
        for (JsonNode widget : dashboard().path("widgets")) {
            widget.at("/properties/metrics").forEach(metric -> {
                if (metric.path(0).asText().equals("AuroraRestore")) {
                    shown.add(metric.path(1).asText());
                }
            });
        }

        assertThat(shown)
                .contains("Duration", "EventLag", "LostEvents")
                .allSatisfy(metric -> assertThat(written.get(metric)).contains("Environment"));
    }

    @Test
    void every_search_of_the_dashboard_finds_a_metric_by_dimensions_that_are_written() throws JsonProcessingException {
        List<String> expressions = dashboard().findValuesAsText("expression").stream()
                .filter(one -> one.contains("SEARCH"))
                .toList();
        List<MatchResult> searches = expressions.stream()
                .map(SEARCH::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult)
                .toList();

        assertThat(searches)
                .hasSameSizeAs(expressions)
                .hasSize(7)
                .allSatisfy(search -> assertThat(written.get(search.group(2))).contains(search.group(1)));
    }

    @Test
    void the_dashboard_shows_the_errors_of_every_function() throws JsonProcessingException {
        List<String> shown = new ArrayList<>();
        for (JsonNode widget : dashboard().path("widgets")) {
            widget.at("/properties/metrics").forEach(metric -> {
                if (metric.path(0).asText().equals("AWS/Lambda")
                        && metric.path(1).asText().equals("Errors")) {
                    shown.add(metric.path(3).asText());
                }
            });
        }

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(new WholeTemplate()
                        .functions().stream()
                                .map(function -> function.text("FunctionName"))
                                .toList());
    }

    @Test
    void the_widgets_are_beside_or_below_each_other_and_each_expression_has_an_id() throws JsonProcessingException {
        List<String> places = new ArrayList<>();
        for (JsonNode widget : dashboard().path("widgets")) {
            places.add(widget.path("x") + "/" + widget.path("y"));
            List<String> ids = widget.findValuesAsText("id");
            assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]\\w*"));
        }

        assertThat(places).doesNotHaveDuplicates().startsWith("0/0");
    }

    @Test
    void the_page_lists_every_metric_and_no_other() throws IOException {
        String page = Files.readString(Path.of("docs/watch.md"));
        Set<String> listed = ROW.matcher(page)
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(new TreeSet<>(written.keySet()));
    }

    @Test
    void the_dashboard_shows_the_restores_first() throws JsonProcessingException {
        assertThat(dashboard().at("/widgets/0/type").asText()).isEqualTo("custom");
        assertThat(dashboard().at("/widgets/0/properties/endpoint").asText()).endsWith(":aurora-restore-widget");
    }

    private JsonNode dashboard() throws JsonProcessingException {
        Resource dashboard = template.all("AWS::CloudWatch::Dashboard").get(0);
        return JSON.readTree(dashboard.text("DashboardBody"));
    }

    private static Map<String, Set<String>> written() {
        Map<String, Set<String>> all = new HashMap<>();
        for (JsonNode line : EveryMetric.lines()) {
            JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
            assertThat(directive.path("Namespace").asText()).isEqualTo("AuroraRestore");
            directive
                    .path("Metrics")
                    .forEach(metric -> directive.path("Dimensions").forEach(set -> {
                        List<String> names = new ArrayList<>();
                        set.forEach(name -> names.add(name.asText()));
                        all.computeIfAbsent(metric.path("Name").asText(), name -> new TreeSet<>())
                                .add(String.join(",", names));
                    }));
        }
        return all;
    }
}
