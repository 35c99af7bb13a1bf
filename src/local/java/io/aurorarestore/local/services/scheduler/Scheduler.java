package io.aurorarestore.local.services.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.front.LocalRoute;
import io.aurorarestore.local.services.Aws;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.TemplateError;
import io.aurorarestore.local.time.ServiceTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;

/**
 * EventBridge Scheduler: schedules that put events onto a bus. On a timeline that is sped up the nights follow each
 * other faster; each has its own scheduled time, one after the other. A rate's first time is after one period, where
 * AWS invokes at once: what is in the account is made only after the deployment.
 */
public final class Scheduler {

    private static final Logger LOG = Logger.getLogger(Scheduler.class);

    private final Map<String, ScheduledEvent> schedules = new ConcurrentSkipListMap<>();
    private final EventBridge events;
    private final ServiceTime timeline;
    private Instant lastRun = Instant.EPOCH;

    public Scheduler(EventBridge events, ServiceTime timeline) {
        this.events = events;
        this.timeline = timeline;
    }

    /** {@code POST /_local/schedules/{name}/run} does not wait for the night. */
    public void on(LocalEndpoint endpoint, String region) {
        endpoint.route(
                "POST", "/_local/schedules/{name}/run", LocalRoute.goingOn(call -> run(region, call.variable("name"))));
    }

    /**
     * @param declared an {@code AWS::Scheduler::Schedule}
     * @throws TemplateError if the local AWS cannot stand for it
     */
    public void create(String region, Resource declared) {
        String arn = Aws.arn("scheduler", region, "schedule/default/" + declared.text("Name"));
        ScheduledEvent schedule = ScheduledEvent.of(arn, declared);
        schedules.put(schedule.name(), schedule);
        arm(schedule, region, timeline.now());
    }

    /** From one scheduled time to the next, not from now: the time of the schedule runs ahead of the wall clock. */
    private void arm(ScheduledEvent schedule, String region, Instant from) {
        schedule.expression()
                .next(from)
                .ifPresent(due -> timeline.after(Duration.between(from, due), () -> {
                    arm(schedule, region, due);
                    invoke(schedule, region, due);
                }));
    }

    private void invoke(ScheduledEvent schedule, String region, Instant due) {
        try {
            events.put(region, schedule.entry(due));
        } catch (AwsException e) {
            LOG.errorf("The schedule %s could not put its event: %s", schedule.name(), e.getMessage());
        }
    }

    /**
     * Invokes a schedule's target now.
     *
     * @return what was sent
     * @throws AwsException 404 if there is no such schedule, or what is wrong with its event
     */
    private JsonNode run(String region, String name) {
        ScheduledEvent schedule = schedules.get(name);
        if (schedule == null) {
            throw new AwsException(
                    404,
                    "ResourceNotFoundException",
                    "Schedule %s does not exist. There is: %s".formatted(name, schedules.keySet()));
        }
        ObjectNode sent = schedule.entry(distinct());
        String id = events.put(region, sent);
        sent.set("Detail", Json.read(sent.path("Detail").asText()));
        return sent.put("EventId", id);
    }

    /** Two runs within a second are two requests: AWS gives no time twice either. */
    private synchronized Instant distinct() {
        Instant now = timeline.now().truncatedTo(ChronoUnit.SECONDS);
        lastRun = now.isAfter(lastRun) ? now : lastRun.plusSeconds(1);
        return lastRun;
    }
}
