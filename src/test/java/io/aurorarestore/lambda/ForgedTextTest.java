package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.fuzz.ControlCharacters;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.request.Subject;
import io.aurorarestore.model.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever comes in, nothing that leaves has lines which it did not write itself. */
class ForgedTextTest {

    private static final Logger OURS = Logger.getLogger("io.aurorarestore");
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private final Log log = new Log();

    @BeforeEach
    void listen() {
        log.setFilter(new SingleLineLog());
        OURS.addHandler(log);
        OURS.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        OURS.removeHandler(log);
        OURS.setUseParentHandlers(true);
    }

    @Test
    void a_refused_request_is_told_logged_and_audited_in_lines_of_ours_alone() {
        each((stage, text) -> {
            for (String field : List.of("target", "profile", "requestId", "replace", "taskToken", text)) {
                stage.send("Restore Requested", ForgedStage.request().put(field, text));
            }
            ObjectNode tagged = ForgedStage.request();
            tagged.putObject("settings").putObject("tags").put(text, text);
            stage.send("Restore Requested", tagged);

            assertThat(stage.told).hasSize(7);
        });
    }

    @Test
    void an_operator_gives_a_reason_in_one_line_or_is_refused() {
        each((stage, text) -> {
            stage.open();
            ObjectNode cancel = JsonNodeFactory.instance.objectNode().put("target", "orders-drill");
            stage.send("Restore Cancel Requested", cancel.deepCopy().put("reason", text));
            stage.send("Restore Cancel Requested", cancel.deepCopy().put("target", text));

            assertThat(stage.told)
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.text()).contains("INVALID_REQUEST"));
        });
    }

    /** A caller's name as its own issuer gave it, words that came past the readers, and those of failures. */
    @Test
    void what_cannot_be_refused_is_shown_with_its_characters_written_out() {
        each((stage, text) -> {
            RestoreId id = stage.open();
            Sender sender = new Sender("key " + text, "jwt:" + text);
            stage.control
                    .operate(OperatorActions.Operation.CANCEL, Subject.of(id), sender, text)
                    .await()
                    .indefinitely();
            stage.transitions.untold(id, text, text);
            stage.transitions.gaveUp(id, new IllegalStateException(text, new IllegalStateException(text)));

            assertThat(stage.store.audit(id))
                    .last()
                    .satisfies(entry -> assertThat(entry.why()).isEqualTo(PlainText.visible(text)))
                    .satisfies(entry -> assertThat(entry.by()).isEqualTo("jwt:" + PlainText.visible(text)));
        });
    }

    private void each(BiConsumer<ForgedStage, String> scene) {
        List<String> texts = new ArrayList<>(ControlCharacters.texts(SEED));
        texts.addAll(ControlCharacters.texts(SEED + 1));
        for (String text : texts) {
            ForgedStage stage = new ForgedStage();
            log.lines.clear();
            scene.accept(stage, text);
            assertThat(log.lines).isNotEmpty();
            stage.assertPlain(log.lines);
        }
    }

    /** Each line by itself, without those of a stack trace that say where. */
    private static final class Log extends Handler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                String all = new PatternFormatter("%s%e%n").format(ExtLogRecord.wrap(record));
                Stream.of(all.split("\n"))
                        .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t..."))
                        .forEach(lines::add);
                assertThat(lines).noneMatch(line -> line.startsWith("{") || line.startsWith("restore=abc"));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
