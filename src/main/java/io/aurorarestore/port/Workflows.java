package io.aurorarestore.port;

import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.smallrye.mutiny.Uni;

/**
 * Reaches the Step Functions executions that wait for a restore, each known by its task token. Nothing fails because
 * an execution does not wait any more.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token">Task
 *     tokens</a>
 */
public interface Workflows {

    /** Lets the execution go on, or fail with the announcement's code. */
    Uni<Void> end(Sensitive taskToken, Announcement announcement);

    /** The restore lives: the task must not time out. */
    Uni<Void> heartbeat(Sensitive taskToken);
}
