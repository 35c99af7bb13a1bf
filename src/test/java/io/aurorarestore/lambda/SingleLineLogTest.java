package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.logging.LoggingFilter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.logging.Filter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class SingleLineLogTest {

    private static final String FORGED = "why\n{\"_aws\":{\"CloudWatchMetrics\":[]}}\r\u0085\u2028\u001b[2J\u0000";
    private static final String SHOWN =
            "why\\u000a{\"_aws\":{\"CloudWatchMetrics\":[]}}\\u000d\\u0085\\u2028\\u001b[2J\\u0000";

    private final Filter filter = new SingleLineLog();

    @Test
    void a_line_stays_one_line_whatever_is_put_into_it() {
        ExtLogRecord record = record("restore=%s why=\"%s\"", "abc", FORGED);

        assertThat(logged(record)).isEqualTo("restore=abc why=\"" + SHOWN + "\"\n");
    }

    @Test
    void what_holds_nothing_of_the_kind_is_logged_as_it_is() {
        assertThat(logged(record("%d%% of %s", 5, "Größe"))).isEqualTo("5% of Größe\n");
    }

    @Test
    void the_words_of_a_failure_its_causes_and_what_it_suppressed_begin_no_lines() {
        IllegalStateException failure = new IllegalStateException(FORGED, new IOException(FORGED));
        failure.addSuppressed(new IOException(FORGED));
        failure.getCause().addSuppressed(failure);
        ExtLogRecord record = record("it failed");
        record.setThrown(failure);

        String logged = logged(record);

        assertThat(logged)
                .contains("it failed: java.lang.IllegalStateException: " + SHOWN + "\n")
                .contains("Caused by: java.io.IOException: " + SHOWN + "\n")
                .contains("Suppressed: java.io.IOException: " + SHOWN + "\n")
                .contains("at io.aurorarestore.lambda.SingleLineLogTest.the_words_of_a_failure");
        assertThat(logged.lines()).noneMatch(line -> line.startsWith("{"));
        assertThat(logged).doesNotContain("\r", "\u0085", "\u2028", "\u001b", "\u0000");
    }

    @Test
    void the_functions_log_goes_through_it() throws IOException {
        Properties configured = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
            configured.load(file);
        }

        assertThat(configured.getProperty("quarkus.log.console.filter"))
                .isEqualTo(
                        SingleLineLog.class.getAnnotation(LoggingFilter.class).name());
    }

    private String logged(ExtLogRecord record) {
        assertThat(filter.isLoggable(record)).isTrue();
        return new PatternFormatter("%s%e%n").format(record);
    }

    private static ExtLogRecord record(String format, Object... parameters) {
        ExtLogRecord record = new ExtLogRecord(
                Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, SingleLineLogTest.class.getName());
        record.setParameters(parameters);
        return record;
    }
}
