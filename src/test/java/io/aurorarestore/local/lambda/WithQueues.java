package io.aurorarestore.local.lambda;

import io.aurorarestore.local.lambda.SqsEventSource.Batching;
import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.services.sqs.Sqs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An event source with a fake function, a queue and its dead-letter queue. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithQueues {

    static final String EAST = TestQueue.REGION;
    static final String ERROR = "{\"errorType\":\"Sad\"}";

    final Sqs sqs = new Sqs(4566, 1);
    private final List<SqsEventSource> sources = new ArrayList<>();

    Stage stage;
    Director director;
    TestQueue dead;
    TestQueue queue;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        stage = new Stage(folder);
        director = stage.director();
        dead = new TestQueue(sqs, Map.of());
        queue = new TestQueue(
                sqs,
                Map.of(
                        "VisibilityTimeout",
                        1,
                        "RedrivePolicy",
                        Map.of("deadLetterTargetArn", dead.itself().arn(), "maxReceiveCount", 2)));
    }

    @AfterEach
    void close() {
        sources.forEach(SqsEventSource::close);
        stage.close();
    }

    @AfterAll
    void end() {
        sqs.close();
    }

    SqsEventSource start(int batchSize, boolean partialFailures) throws IOException {
        return start(stage.function(1), queue.itself(), new Batching(EAST, batchSize, 1, partialFailures, 1));
    }

    SqsEventSource start(LambdaFunction function, Queue from, Batching batching) {
        SqsEventSource source = new SqsEventSource(from, function, batching);
        sources.add(source);
        source.start();
        return source;
    }
}
