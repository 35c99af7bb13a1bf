package io.aurorarestore.app.metrics;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.model.text.PlainText;
import java.time.Instant;
import java.util.List;

/**
 * Writes one line of CloudWatch's embedded metric format: metrics, the dimensions they are counted by, and fields that
 * are only to be found in the log.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">The format</a>
 */
final class MetricLine {

    static final String NAMESPACE = "AuroraRestore";
    private static final String ENVIRONMENT = "Environment";
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode line = JSON.createObjectNode();
    private final ArrayNode dimensions;
    private final ArrayNode metrics;

    MetricLine(Instant at, String environment) {
        ObjectNode header = line.putObject("_aws").put("Timestamp", at.toEpochMilli());
        ObjectNode directive = header.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        this.dimensions = directive.putArray("Dimensions");
        this.metrics = directive.putArray("Metrics");
        dimensions.addArray().add(ENVIRONMENT);
        line.put(ENVIRONMENT, environment);
    }

    MetricLine count(String metric, long value) {
        return metric(metric, "Count", value);
    }

    MetricLine seconds(String metric, long value) {
        return metric(metric, "Seconds", value);
    }

    MetricLine millis(String metric, long value) {
        return metric(metric, "Milliseconds", value);
    }

    private MetricLine metric(String metric, String unit, long value) {
        metrics.addObject().put("Name", metric).put("Unit", unit);
        line.put(metric, value);
        return this;
    }

    /** Counted in all, and by this. */
    MetricLine by(String dimension, String value) {
        return with(dimension, value).by(List.of(dimension));
    }

    /** Counted by these together, too. Each is a field of the line. */
    MetricLine by(List<String> together) {
        ArrayNode more = dimensions.addArray().add(ENVIRONMENT);
        together.forEach(more::add);
        return this;
    }

    /** Not counted in all, where a sum would mean nothing. */
    MetricLine notInAll() {
        dimensions.remove(0);
        return this;
    }

    /** Not a dimension: of these there are too many. */
    MetricLine with(String field, String value) {
        line.put(field, value);
        return this;
    }

    /** One line, whatever its fields hold. */
    @Override
    public String toString() {
        return PlainText.visible(line.toString());
    }
}
