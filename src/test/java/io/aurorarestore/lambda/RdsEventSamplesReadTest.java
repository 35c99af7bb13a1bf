package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RdsEventSamplesReadTest {

    private static final Path FOLDER = Path.of("events/rds");
    private static final String CLUSTER = "arn:aws:rds:us-east-1:123456789012:cluster:";

    @ParameterizedTest
    @MethodSource("files")
    void an_rds_event_concerns_its_source(Path file) throws IOException {
        JsonNode detail = new JsonMapper().readTree(Files.readString(file)).path("detail");

        RdsEvent event = read(file);

        assertThat(event.arns()).startsWith(detail.path("SourceArn").asText());
        assertThat(event.description())
                .endsWith(detail.path("Message").asText())
                .doesNotContain("null");
    }

    @Test
    void a_rename_concerns_both_names() throws IOException {
        assertThat(read(FOLDER.resolve("cluster-renamed.json")).arns())
                .containsExactly(CLUSTER + "orders-drill", CLUSTER + "ar-orders-drill-4fzk7q2m9tbx-new");
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> samples =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            return samples.stream().sorted();
        }
    }

    private static RdsEvent read(Path file) throws IOException {
        var message = new SQSMessage();
        message.setMessageId("m");
        message.setBody(Files.readString(file));
        return ((InboxMessage.Happened) new InboxMessageParser().parse(message)).event();
    }
}
