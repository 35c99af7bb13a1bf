package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.JsonService;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.Aws;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.services.states.StateMachineExecution.Machine;
import io.aurorarestore.local.services.states.StateMachineExecution.Work;
import io.aurorarestore.local.time.ServiceTime;
import java.util.Map;

/**
 * Step Functions: tokens and what their holders say, and state machines that put an event and wait for its token.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token">AWS
 *     </a>
 */
public final class StepFunctions {

    private final Tasks tasks;
    private final StateMachines machines;

    public StepFunctions(EventBridge events, ServiceTime timeline) {
        this.tasks = new Tasks(timeline);
        this.machines = new StateMachines(new Work(tasks, events));
    }

    private AwsService service() {
        TaskCallbacks callbacks = new TaskCallbacks(tasks);
        return new JsonService(Map.of(
                "SendTaskSuccess", callbacks::success,
                "SendTaskFailure", callbacks::failure,
                "SendTaskHeartbeat", callbacks::heartbeat,
                "StartExecution", machines::start,
                "DescribeExecution", machines::describe));
    }

    /** The routes to begin a task without a state machine, and to look at tasks. */
    public void on(LocalEndpoint endpoint) {
        endpoint.serve("states", service());
        tasks.on(endpoint);
    }

    /**
     * @param definition in the Amazon States Language
     * @throws IllegalArgumentException if the local AWS cannot run it
     */
    public void create(String region, String name, ObjectNode definition) {
        String arn = Aws.arn("states", region, "stateMachine:" + name);
        machines.add(new Machine(region, arn, name, definition));
    }
}
