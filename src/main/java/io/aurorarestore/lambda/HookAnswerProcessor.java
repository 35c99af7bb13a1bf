package io.aurorarestore.lambda;

import io.aurorarestore.engine.Trigger;
import io.aurorarestore.intake.HookAnswers;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.json.HookAnswerReader;
import io.aurorarestore.model.restore.HookAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Processes answers of hooks that came by events. One that nobody waits for, or that may not answer, is logged. */
@ApplicationScoped
class HookAnswerProcessor {

    private static final Logger LOG = Logger.getLogger(HookAnswerProcessor.class);

    private final HookAnswers answers;

    HookAnswerProcessor(HookAnswers answers) {
        this.answers = answers;
    }

    Uni<List<ReconcileTask>> answer(InboxMessage.Answered message) {
        return Uni.createFrom()
                .item(() -> HookAnswerReader.ofEvent(message.detail(), message.ended()))
                .chain(answer -> answers.byEvent(answer, message.by()).map(taken -> looking(answer)))
                .onFailure(RequestRejectedException.class)
                .invoke(refused -> LOG.warnf(
                        "the answer of a hook was passed over: %s",
                        refused.failure().description()))
                .onFailure(RequestRejectedException.class)
                .recoverWithItem(List.of());
    }

    /** While it goes on there is nothing to decide. */
    private static List<ReconcileTask> looking(HookAnswer answer) {
        return answer.outcome().isEmpty()
                ? List.of()
                : List.of(new ReconcileTask(answer.restore(), Trigger.event("answer of hook " + answer.hook())));
    }
}
