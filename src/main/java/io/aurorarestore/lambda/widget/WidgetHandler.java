package io.aurorarestore.lambda.widget;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.port.RestoreViews;
import io.aurorarestore.port.RestoreViews.Query;
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
 * Handles the custom widget of a CloudWatch dashboard: answers the restores as HTML. Reads, and changes nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_samples.html">Custom widgets</a>
 */
@Named("widget")
class WidgetHandler implements RequestHandler<Map<String, Object>, String> {

    private static final Logger LOG = Logger.getLogger(WidgetHandler.class);
    private static final int AT_MOST = 20;

    /** CloudWatch asks for it with {@code {"describe": true}}. */
    private static final String DESCRIPTION = """
            ## Aurora Restore
            The restores that are live, then the latest ones. It takes no parameters:
            ```yaml
            {}
            ```
            """;

    private final RestoreViews views;
    private final Clock clock;

    WidgetHandler(RestoreViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @Override
    public String handleRequest(Map<String, Object> event, Context context) {
        return Boolean.TRUE.equals(event.get("describe")) ? DESCRIPTION : html();
    }

    /** A dashboard shows what it is given: an error would be a stack trace there. */
    private String html() {
        try {
            return Uni.join()
                    .all(
                            list(Optional.of(Status.RUNNING)),
                            list(Optional.of(Status.ROLLING_BACK)),
                            list(Optional.empty()))
                    .andFailFast()
                    .map(this::page)
                    .await()
                    .atMost(Duration.ofSeconds(20));
        } catch (RuntimeException e) {
            LOG.error("the restores cannot be listed", e);
            return RestoresPage.unavailable();
        }
    }

    private Uni<List<Restore>> list(Optional<Status> status) {
        return views.list(new Query(Optional.empty(), status, AT_MOST, Optional.empty()))
                .map(page -> page.items().stream()
                        .flatMap(one -> one.restore().stream())
                        .toList());
    }

    /** A retirement can wait for weeks: the live ones are not always among the latest. */
    private String page(List<List<Restore>> lists) {
        Stream<Restore> live = Stream.concat(lists.get(0).stream(), lists.get(1).stream());
        Stream<Restore> ended = lists.get(2).stream().filter(one -> one.status().terminal());
        return new RestoresPage(live.toList(), ended.toList(), clock.instant()).html();
    }
}
