package io.aurorarestore.adapter.eventbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.SecretVersion;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.HookId;
import io.aurorarestore.model.restore.HookRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.HookEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Puts {@code Restore Hook Requested} and {@code Restore Hook Cancelled} events on the service's own bus. */
@ApplicationScoped
class EventBridgeHookEvents implements HookEvents {

    private final RestoreEvents events;
    private final Home home;
    private final Clock clock;

    EventBridgeHookEvents(RestoreEvents events, Home home, Clock clock) {
        this.events = events;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public Uni<Void> request(HookRequest request) {
        Restore restore = request.restore();
        return events.put(
                "Asking for hook " + request.id().hook(),
                "Restore Hook Requested",
                clock.instant(),
                restore.target(),
                asking(request));
    }

    @Override
    public Uni<Void> cancel(Restore restore, AskedHook hook) {
        return events.put(
                "Cancelling hook " + hook.name(),
                "Restore Hook Cancelled",
                clock.instant(),
                restore.target(),
                about(restore, hook.id()));
    }

    private ObjectNode about(Restore restore, HookId id) {
        return events.about(restore).put("hook", id.hook()).put("hookId", id.toString());
    }

    /** What is not known is not there. */
    private ObjectNode asking(HookRequest request) {
        Restore restore = request.restore();
        ObjectNode json = about(restore, request.id())
                .put("deadline", request.deadline().toString())
                .put("cluster", request.cluster())
                .put("clusterArn", home.clusterArn(request.cluster()))
                .put("database", restore.settings().database().first().name())
                .put("source", restore.accepted().request().source().description());
        restore.settings()
                .database()
                .databases()
                .forEach(one -> json.withArray("databases").add(one.name()));
        restore.outputs()
                .endpoint()
                .ifPresent(endpoint -> json.put("endpoint", endpoint.host()).put("port", endpoint.port()));
        restore.outputs().source().ifPresent(source -> json.put("sourceArn", source.arn()));
        restore.outputs().dataTime().ifPresent(taken -> json.put("dataOf", taken.toString()));
        request.master().ifPresent(secret -> json.set("masterSecret", write(secret)));
        request.users().forEach(secret -> json.withArray("userSecrets").add(write(secret)));
        return json;
    }

    private static ObjectNode write(SecretVersion secret) {
        ObjectNode json = RestoreEvents.object().put("arn", secret.arn());
        secret.id().ifPresent(id -> json.put("versionId", id));
        return json;
    }
}
