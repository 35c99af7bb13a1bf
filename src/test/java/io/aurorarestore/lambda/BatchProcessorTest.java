package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchProcessorTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void an_error_that_nobody_expected_fails_its_own_message_alone() {
        List<String> failed = failedOf(message -> switch (message) {
            case "throws" -> throw new IllegalStateException("unthought of");
            case "fails" -> Uni.createFrom().failure(new IllegalStateException("unthought of"));
            case "overflows" -> throw new StackOverflowError();
            default -> Uni.createFrom().voidItem().invoke(() -> done.add(message));
        });

        assertThat(failed).containsExactly("throws", "fails", "overflows");
        assertThat(done).containsExactly("one", "two");
    }

    private static List<String> failedOf(Function<String, Uni<Void>> work) {
        SQSEvent batch = new SQSEvent();
        batch.setRecords(Stream.of("throws", "one", "fails", "overflows", "two")
                .map(BatchProcessorTest::message)
                .toList());
        InvocationDeadline minute = new InvocationDeadline(Instant.now().plusSeconds(60));
        return new BatchProcessor()
                .work(batch, minute, message -> work.apply(message.getMessageId())).getBatchItemFailures().stream()
                        .map(BatchItemFailure::getItemIdentifier)
                        .toList();
    }

    private static SQSMessage message(String id) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        return message;
    }
}
