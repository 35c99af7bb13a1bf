package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.app.LoggedTransitions;
import io.aurorarestore.app.metrics.EveryMetric;
import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of the documentation ask for what is in the logs. */
class LogQueriesTest {

    private static final String TAG = "insights";

    static List<CodeBlock> queries() {
        return DocPage.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.tag().equals(TAG))
                .toList();
    }

    @Test
    void there_are_some() {
        assertThat(queries()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void every_field_is_one_of_a_line_of_the_log(CodeBlock block) {
        LogQuery query = new LogQuery(block.text());
        assertThat(query.unknown()).as(block.place()).isEmpty();
        List<JsonNode> lines = EveryMetric.lines().stream()
                .filter(line -> query.present().stream().allMatch(line::has))
                .toList();
        assertThat(lines)
                .as(block.place())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(query.fields()).allMatch(line::has));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void every_pattern_fits_a_line_of_the_log(CodeBlock block) throws IOException {
        List<String> lines = logged();

        assertThat(new LogQuery(block.text()).patterns())
                .as(block.place())
                .allSatisfy(pattern ->
                        assertThat(lines).anyMatch(line -> pattern.matcher(line).find()));
    }

    @Test
    void what_no_line_has_is_found() {
        LogQuery query = new LogQuery("""
                fields @timestamp, seq
                | parse @message 'restore=* step=*' as id, step
                | filtr id = "word" and ispresent(Errors)
                | stats summ(Errors) as failures by bin(1d), Cod
                | sort failures desc
                """);

        assertThat(query.unknown()).containsExactlyInAnyOrder("filtr", "summ");
        assertThat(query.fields()).containsExactlyInAnyOrder("seq", "filtr", "Errors", "Cod");
        assertThat(query.present()).containsExactly("Errors");
        assertThat(query.patterns())
                .singleElement()
                .satisfies(pattern -> assertThat("a restore=b step=c").containsPattern(pattern));
    }

    /** What the inbox logs of a transition, and where somebody cannot be told, formatted as on Lambda. */
    private static List<String> logged() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = LogQueriesTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        Lines lines = new Lines(new PatternFormatter(settings.getProperty("quarkus.log.console.format")));
        Logger logger = Logger.getLogger("io.aurorarestore.transition");
        logger.addHandler(lines);
        try {
            LoggedTransitions log = new LoggedTransitions(new Metrics("test", Clock.systemUTC(), line -> {}));
            log.committed(new AuditEntry(
                    TestData.ID, 1, TestData.NOW, StepName.PREFLIGHT, "done", "all is well", "request", "somebody"));
            log.untold(TestData.ID, "end", "SNS failed");
        } finally {
            logger.removeHandler(lines);
        }
        assertThat(lines.all).hasSize(2);
        return lines.all;
    }

    private static final class Lines extends Handler {

        private final List<String> all = new ArrayList<>();
        private final PatternFormatter format;

        private Lines(PatternFormatter format) {
            this.format = format;
        }

        @Override
        public void publish(LogRecord record) {
            all.add(format.format(ExtLogRecord.wrap(record)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
