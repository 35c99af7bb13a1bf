package io.aurorarestore.local.services.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.TemplateError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A schedule that puts an event onto a bus, its one kind of target here.
 *
 * @param target the schedule's {@code Target}
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html">AWS</a>
 */
record ScheduledEvent(String name, String arn, ScheduleExpression expression, Map<String, Object> target) {

    private static final String PARAMETERS = "EventBridgeParameters";

    /** @throws TemplateError if the local AWS cannot stand for the schedule */
    static ScheduledEvent of(String arn, Resource declared) {
        Map<String, Object> target = declared.map("Target");
        if (!target.containsKey(PARAMETERS)) {
            throw new TemplateError(declared.logicalId(), "the local AWS knows schedules with " + PARAMETERS + " only");
        }
        try {
            ZoneId zone =
                    ZoneId.of(String.valueOf(declared.properties().getOrDefault("ScheduleExpressionTimezone", "UTC")));
            var expression = ScheduleExpression.parse(declared.text("ScheduleExpression"), zone);
            return new ScheduledEvent(declared.text("Name"), arn, expression, target);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new TemplateError(declared.logicalId(), String.valueOf(e.getMessage()));
        }
    }

    /** The entry of PutEvents for one invocation. */
    ObjectNode entry(Instant scheduled) {
        Map<String, Object> event = Resource.asMap(target.get(PARAMETERS));
        return Json.object()
                .put("EventBusName", text(target, "Arn"))
                .put("Source", text(event, "Source"))
                .put("DetailType", text(event, "DetailType"))
                .put("Detail", input(scheduled));
    }

    private static String text(Map<String, Object> all, String name) {
        return Objects.requireNonNull(all.get(name), name).toString();
    }

    /** The input with the scheduler's context attributes in their places. */
    private String input(Instant scheduled) {
        return String.valueOf(target.getOrDefault("Input", "{}"))
                .replace("<aws.scheduler.schedule-arn>", arn)
                .replace(
                        "<aws.scheduler.scheduled-time>",
                        scheduled.truncatedTo(ChronoUnit.SECONDS).toString())
                .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
                .replace("<aws.scheduler.attempt-number>", "1");
    }
}
