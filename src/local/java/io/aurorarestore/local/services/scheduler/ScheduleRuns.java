package io.aurorarestore.local.services.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.LocalCall;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.front.LocalRoute;

/** {@code POST /_local/schedules/{name}/run} does not wait for the night. */
public record ScheduleRuns(Scheduler scheduler, String region) implements LocalRoute {

    public static void on(LocalEndpoint endpoint, Scheduler scheduler, String region) {
        endpoint.route("POST", "/_local/schedules/{name}/run", new ScheduleRuns(scheduler, region));
    }

    @Override
    public JsonNode answer(LocalCall call) {
        return scheduler.run(region, call.variable("name"));
    }

    @Override
    public int status() {
        return 202;
    }
}
