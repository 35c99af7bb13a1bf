package io.aurorarestore.lambda;

import io.aurorarestore.model.text.PlainText;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Makes whatever is logged, by whomever, one line; a failure's stack trace has lines of its own alone. Otherwise a
 * text from outside could write lines into the log, of which CloudWatch makes metrics.
 */
@LoggingFilter(name = SingleLineLog.NAME)
public final class SingleLineLog implements Filter {

    static final String NAME = "plain-log";

    private static final ExtFormatter MESSAGE = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord line) {
            String message = MESSAGE.formatMessage(line);
            if (message != null && !PlainText.isPlain(message)) {
                line.setMessage(PlainText.visible(message), ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
        if (record.getThrown() != null) {
            record.setThrown(SingleLineFailure.of(record.getThrown()));
        }
        return true;
    }
}
