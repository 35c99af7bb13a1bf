package io.aurorarestore.lambda.widget;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.intake.DashboardActions;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.lambda.report.TargetReports;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.RestoreViews;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Handles the custom widget of a CloudWatch dashboard: answers the restores, or one of them, as HTML. Reads, and changes nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_samples.html">Custom widgets</a>
 */
@Named("widget")
class WidgetHandler implements RequestHandler<Map<String, Object>, String> {

    private static final Logger LOG = Logger.getLogger(WidgetHandler.class);

    /** CloudWatch asks for it with {@code {"describe": true}}. */
    private static final String DESCRIPTION = """
            ## Aurora Restore
            The restores that are live with their steps, the clusters that are to be deleted, then the latest restores; a
            click shows one of them with its timeline and audit trail, or the report of its target. It takes no parameters:
            ```yaml
            {}
            ```
            """;

    private final RestoreReader reader;
    private final TargetReports reports;
    private final Optional<String> actions;
    private final StepSequence plan;
    private final Clock clock;
    private final Templates templates = new Templates();

    @Inject
    WidgetHandler(
            RestoreViews views,
            Restores restores,
            DashboardActions offers,
            StepSequence plan,
            ServiceConfig config,
            Clock clock) {
        this(restores, views, offers, plan, config.dashboardActions().filter(function -> !function.isBlank()), clock);
    }

    /** @param actions the function that the buttons call, if there is one */
    WidgetHandler(
            Restores restores,
            RestoreViews views,
            DashboardActions offers,
            StepSequence plan,
            Optional<String> actions,
            Clock clock) {
        this.reader = new RestoreReader(restores, views, actions.map(function -> offers));
        this.reports = new TargetReports(views);
        this.plan = plan;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public String handleRequest(Map<String, Object> event, Context context) {
        return Boolean.TRUE.equals(event.get("describe")) ? DESCRIPTION : html(WidgetContext.of(event, context));
    }

    /** A dashboard shows what it is given: an error would be a stack trace there. */
    private String html(WidgetContext asked) {
        try {
            Instant now = clock.instant();
            Buttons buttons = new Buttons(asked.function(), actions);
            RestoresPage page = new RestoresPage(templates, plan, asked.theme(), buttons, now);
            return shown(asked, page).await().atMost(Duration.ofSeconds(20));
        } catch (RuntimeException e) {
            LOG.error("the restores cannot be listed", e);
            return RestoresPage.unavailable();
        }
    }

    private Uni<String> shown(WidgetContext asked, RestoresPage page) {
        Optional<Uni<String>> one =
                asked.restore().filter(RestoreId::isValid).map(RestoreId::new).map(id -> one(page, id));
        return one.or(() -> asked.report().map(target -> report(page, target))).orElseGet(() -> all(page));
    }

    /** Of a target that nothing is known of there is none. */
    private Uni<String> report(RestoresPage page, String target) {
        return Uni.createFrom()
                .deferred(() -> reports.below(target))
                .map(below -> page.report(target, below))
                .onFailure(RequestRejectedException.class)
                .recoverWithUni(() -> all(page));
    }

    private Uni<String> one(RestoresPage page, RestoreId id) {
        return reader.one(id)
                .chain(found -> found.map(viewed -> Uni.createFrom().item(page.one(viewed)))
                        .orElseGet(() -> all(page)));
    }

    private Uni<String> all(RestoresPage page) {
        return reader.all(page.now()).map(page::all);
    }
}
