package io.aurorarestore.adapter.sqs;

import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.json.QueueMessages;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallTally;
import io.aurorarestore.port.DatabaseJobs;
import io.aurorarestore.port.JobReports;
import io.aurorarestore.port.WakeUps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * Sends the service's messages to itself: wake-ups and reports to {@code inbox}, jobs to {@code database} or {@code
 * long-jobs}.
 */
@ApplicationScoped
class Queues implements WakeUps, DatabaseJobs, JobReports {

    /** SQS's longest delay. */
    private static final long LONGEST_DELAY_SECONDS = 900;

    private final SqsAsyncClient sqs;
    private final ServiceConfig config;

    Queues(SqsAsyncClient sqs, ServiceConfig config) {
        this.sqs = sqs;
        this.config = config;
    }

    @Override
    public Uni<Void> send(RestoreId restore, long chain, Duration delay) {
        return send(config.inboxUrl(), QueueMessages.wakeUp(restore, chain), seconds(delay));
    }

    @Override
    public Uni<Void> sendAll(List<RestoreId> restores, long chain, Duration delay) {
        List<SendMessageBatchRequestEntry> entries = restores.stream()
                .map(id -> SendMessageBatchRequestEntry.builder()
                        .id(id.value())
                        .messageBody(QueueMessages.wakeUp(id, chain))
                        .delaySeconds(seconds(delay))
                        .build())
                .toList();
        return Uni.createFrom()
                .completionStage(() -> sqs.sendMessageBatch(
                        batch -> batch.queueUrl(config.inboxUrl()).entries(entries)))
                .onFailure()
                .transform(Queues::classify)
                .invoke(Queues::mustHoldAll)
                .replaceWithVoid();
    }

    private static void mustHoldAll(SendMessageBatchResponse answer) {
        if (!answer.failed().isEmpty()) {
            throw new CallFailedException(
                    CallFailedException.Kind.RETRY,
                    FailureCode.AWS_REFUSED,
                    "SQS did not take " + answer.failed().size() + " message(s): "
                            + answer.failed().get(0).code());
        }
    }

    @Override
    public Uni<Void> send(DatabaseJob job) {
        String queue = job.mayTakeLong() ? config.longJobsUrl() : config.databaseUrl();
        return sent(CallTally.counted("sqs", "SendMessage", () -> message(queue, QueueMessages.job(job), 0)));
    }

    @Override
    public Uni<Void> tell(DatabaseJob job, Duration delay) {
        return send(config.inboxUrl(), QueueMessages.report(job), seconds(delay));
    }

    private static int seconds(Duration delay) {
        return (int) Math.max(0, Math.min(LONGEST_DELAY_SECONDS, delay.toSeconds()));
    }

    private Uni<Void> send(String queue, String body, int delaySeconds) {
        return sent(Uni.createFrom().completionStage(() -> message(queue, body, delaySeconds)));
    }

    private CompletionStage<SendMessageResponse> message(String queue, String body, int delaySeconds) {
        return sqs.sendMessage(
                message -> message.queueUrl(queue).messageBody(body).delaySeconds(delaySeconds));
    }

    private static Uni<Void> sent(Uni<SendMessageResponse> message) {
        return message.onFailure().transform(Queues::classify).replaceWithVoid();
    }

    private static CallFailedException classify(Throwable failure) {
        return ServiceErrors.classify(FailureCode.AWS_REFUSED, "Sending a message", failure);
    }
}
