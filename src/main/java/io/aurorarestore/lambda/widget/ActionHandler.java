package io.aurorarestore.lambda.widget;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.aurorarestore.engine.Trigger;
import io.aurorarestore.intake.DashboardActions;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.WakeUps;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Handles the buttons of the dashboard's widget: cancels, resumes or retires a restore, and answers as HTML what came of
 * it. A function of its own, so that whoever may look need not be one who may act.
 */
@Named("actions")
class ActionHandler implements RequestHandler<Map<String, Object>, String> {

    private static final Logger LOG = Logger.getLogger(ActionHandler.class);

    private static final String ASKED_ALREADY = "That was asked for from this page already; refresh it.";

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final DashboardActions actions;
    private final WakeUps wakeUps;
    private final Templates templates = new Templates();

    ActionHandler(DashboardActions actions, WakeUps wakeUps) {
        this.actions = actions;
        this.wakeUps = wakeUps;
    }

    @Override
    public String handleRequest(Map<String, Object> event, Context context) {
        String theme = WidgetContext.of(event, context).theme();
        return templates.answer(theme, ActionEvent.of(event).map(this::done).orElse("Nothing was asked for."));
    }

    /** A popup shows what it is given: an error would be a stack trace there. */
    private String done(ActionEvent asked) {
        try {
            return actions.operate(asked.button().operation(), asked.restore(), asked.version())
                    .call(changed -> changed.map(this::wake).orElseGet(Uni.createFrom()::voidItem))
                    .map(changed -> changed.isPresent() ? asked.button().answer() : ASKED_ALREADY)
                    .await()
                    .atMost(LONGEST);
        } catch (RequestRejectedException e) {
            return e.failure().description();
        } catch (CallFailedException e) {
            return e.failure().description();
        } catch (RuntimeException e) {
            LOG.error("a button of the dashboard failed", e);
            return "That failed; the log of the function aurora-restore-actions says why.";
        }
    }

    /** It is due already: should the message be lost, the sweep finds it. */
    private Uni<Void> wake(RestoreId id) {
        return wakeUps.send(id, Trigger.ANY_CHAIN, Duration.ZERO).onFailure().recoverWithNull();
    }
}
