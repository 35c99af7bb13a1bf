package io.aurorarestore.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.SnapshotTrigger;
import io.aurorarestore.model.settings.TakenFrom;
import io.aurorarestore.model.text.EnumText;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Profiles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Requests the restores that profiles want when a cluster of this account has a new automated snapshot. One of another
 * account could not be restored: automated snapshots cannot be shared.
 */
@ApplicationScoped
class SnapshotTriggers {

    private static final Logger LOG = Logger.getLogger(SnapshotTriggers.class);

    private final Profiles profiles;
    private final RequestProcessor requests;
    private final Home home;

    SnapshotTriggers(Profiles profiles, RequestProcessor requests, Home home) {
        this.home = home;
        this.profiles = profiles;
        this.requests = requests;
    }

    Uni<List<ReconcileTask>> to(RdsEvent event) {
        return event.automated()
                .filter(snapshot -> snapshot.account().equals(home.account()))
                .map(this::to)
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private Uni<List<ReconcileTask>> to(AutomatedSnapshot snapshot) {
        return profiles.names()
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(name -> wantedBy(name, snapshot))
                .onItem()
                .<ReceivedRequest>disjoint()
                .onItem()
                .transformToUniAndConcatenate(requests::open)
                .onItem()
                .<ReconcileTask>disjoint()
                .collect()
                .asList();
    }

    private Uni<List<ReceivedRequest>> wantedBy(String profile, AutomatedSnapshot snapshot) {
        return profiles.profile(profile)
                .map(found -> found.flatMap(Profile::onSnapshot).orElse(List.of()).stream()
                        .filter(one -> one.wants(snapshot.cluster(), snapshot.region()))
                        .map(one -> asked(profile, one, snapshot))
                        .toList())
                .onFailure(SnapshotTriggers::unreadable)
                .recoverWithItem(failure -> {
                    LOG.errorf("profile=%s takes no notice of %s: %s", profile, snapshot.arn(), failure.getMessage());
                    return List.of();
                });
    }

    /** Not where the table does not answer: the event then comes again. */
    private static boolean unreadable(Throwable failure) {
        return failure instanceof CallFailedException failed && failed.failure().code() == FailureCode.INVALID_PROFILE;
    }

    /** With its region: in another one RDS cannot, and the request is refused for it. */
    private static ObjectNode source(SnapshotTrigger trigger, AutomatedSnapshot snapshot) {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        if (trigger.from() == TakenFrom.SNAPSHOT) {
            return source.put("snapshot", snapshot.arn());
        }
        source.put("cluster", snapshot.cluster()).put("region", snapshot.region());
        return trigger.from() == TakenFrom.CLONE ? source.put("clone", true) : source.put("at", "latest");
    }

    /** The key is the snapshot's: RDS may tell of it twice, in events of different ids. */
    private static ReceivedRequest asked(String profile, SnapshotTrigger trigger, AutomatedSnapshot snapshot) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("target", trigger.target()).put("profile", profile).put("replace", EnumText.of(trigger.replace()));
        detail.set("source", source(trigger, snapshot));
        String key = snapshot.arn() + " into " + trigger.target();
        return ReceivedRequest.by("aws.rds in account " + snapshot.account(), detail, key, snapshot.eventId());
    }
}
