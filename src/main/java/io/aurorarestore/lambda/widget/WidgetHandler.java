package io.aurorarestore.lambda.widget;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.RestoreViews;
import io.aurorarestore.port.RestoreViews.Query;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Handles the custom widget of a CloudWatch dashboard: answers the restores, or one of them, as HTML. Reads, and changes nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_samples.html">Custom widgets</a>
 */
@Named("widget")
class WidgetHandler implements RequestHandler<Map<String, Object>, String> {

    private static final Logger LOG = Logger.getLogger(WidgetHandler.class);
    private static final int AT_MOST = 20;

    /** Of an audit trail. */
    private static final int ENTRIES = 100;

    /** CloudWatch asks for it with {@code {"describe": true}}. */
    private static final String DESCRIPTION = """
            ## Aurora Restore
            The restores that are live with their steps, then the latest ones; a click shows one of them with its
            timeline and audit trail. It takes no parameters:
            ```yaml
            {}
            ```
            """;

    private final RestoreViews views;
    private final Restores restores;
    private final StepSequence plan;
    private final Clock clock;
    private final Templates templates = new Templates();

    WidgetHandler(RestoreViews views, Restores restores, Home home, Clock clock) {
        this.views = views;
        this.restores = restores;
        this.plan = RestorePlan.at(home);
        this.clock = clock;
    }

    @Override
    public String handleRequest(Map<String, Object> event, Context context) {
        return Boolean.TRUE.equals(event.get("describe")) ? DESCRIPTION : html(WidgetContext.of(event, context));
    }

    /** A dashboard shows what it is given: an error would be a stack trace there. */
    private String html(WidgetContext asked) {
        try {
            RestoresPage page = new RestoresPage(templates, plan, asked, clock.instant());
            return asked.restore()
                    .filter(RestoreId::isValid)
                    .map(RestoreId::new)
                    .map(id -> one(page, id))
                    .orElseGet(() -> all(page))
                    .await()
                    .atMost(Duration.ofSeconds(20));
        } catch (RuntimeException e) {
            LOG.error("the restores cannot be listed", e);
            return RestoresPage.unavailable();
        }
    }

    private Uni<String> one(RestoresPage page, RestoreId id) {
        return restores.load(id)
                .chain(found -> found.isEmpty()
                        ? all(page)
                        : views.audit(id, ENTRIES, 0)
                                .map(audit -> page.one(
                                        found.get(), audit.items(), audit.next().isPresent())));
    }

    private Uni<String> all(RestoresPage page) {
        return Uni.join()
                .all(list(Optional.of(Status.RUNNING)), list(Optional.of(Status.ROLLING_BACK)), list(Optional.empty()))
                .andFailFast()
                .map(lists -> all(page, lists));
    }

    private Uni<List<Restore>> list(Optional<Status> status) {
        return views.list(new Query(Optional.empty(), status, AT_MOST, Optional.empty()))
                .map(page -> page.items().stream()
                        .flatMap(one -> one.restore().stream())
                        .toList());
    }

    /** A retirement can wait for weeks: the live ones are not always among the latest. */
    private static String all(RestoresPage page, List<List<Restore>> lists) {
        Stream<Restore> live = Stream.concat(lists.get(0).stream(), lists.get(1).stream());
        Stream<Restore> ended = lists.get(2).stream().filter(one -> one.status().terminal());
        return page.all(live.toList(), ended.toList());
    }
}
