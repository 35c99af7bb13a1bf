package io.aurorarestore.adapter.stepfunctions;

import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.adapter.sns.AnnouncementJson;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.Workflows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * Sends heartbeats and results to waiting Step Functions executions. A task token never shows: whoever has it can end
 * the task.
 */
@ApplicationScoped
class StepFunctionsWorkflows implements Workflows {

    private static final Logger LOG = Logger.getLogger(StepFunctionsWorkflows.class);

    /** Step Functions takes no more, in bytes. */
    private static final int MOST_OUTPUT = 262_144;

    /** Step Functions takes no more, in characters. */
    private static final int LONGEST_CAUSE = 32_768;

    private final SfnAsyncClient stepFunctions;
    private final ServiceConfig config;

    StepFunctionsWorkflows(SfnAsyncClient stepFunctions, ServiceConfig config) {
        this.stepFunctions = stepFunctions;
        this.config = config;
    }

    @Override
    public Uni<Void> end(Sensitive taskToken, Announcement end) {
        return end.failure().map(failure -> fail(taskToken, end, failure)).orElseGet(() -> succeed(taskToken, end));
    }

    private Uni<Void> succeed(Sensitive taskToken, Announcement end) {
        String output = AnnouncementJson.write(end, config.environment(), MOST_OUTPUT);
        return call(
                "SendTaskSuccess",
                () -> stepFunctions.sendTaskSuccess(
                        task -> task.taskToken(taskToken.reveal()).output(output)));
    }

    private Uni<Void> fail(Sensitive taskToken, Announcement end, Failure failure) {
        String cause = PlainText.shortened(PlainText.visible(end.text(), "\n"), LONGEST_CAUSE - 1);
        return call(
                "SendTaskFailure",
                () -> stepFunctions.sendTaskFailure(task -> task.taskToken(taskToken.reveal())
                        .error(failure.code().name())
                        .cause(cause)));
    }

    @Override
    public Uni<Void> heartbeat(Sensitive taskToken) {
        return call(
                "SendTaskHeartbeat", () -> stepFunctions.sendTaskHeartbeat(task -> task.taskToken(taskToken.reveal())));
    }

    private static Uni<Void> call(String operation, Supplier<CompletionStage<?>> call) {
        return Uni.createFrom()
                .completionStage(call::get)
                .replaceWithVoid()
                .onFailure(StepFunctionsWorkflows::nobodyWaits)
                .recoverWithUni(over -> {
                    LOG.infof(
                            "%s: the execution does not wait any more (%s)",
                            operation, over.getClass().getSimpleName());
                    return Uni.createFrom().voidItem();
                })
                .onFailure()
                .transform(failure -> ServiceErrors.classify(FailureCode.NOTIFICATION_FAILED, operation, failure));
    }

    private static boolean nobodyWaits(Throwable failure) {
        return failure instanceof TaskDoesNotExistException
                || failure instanceof TaskTimedOutException
                || failure instanceof InvalidTokenException;
    }
}
