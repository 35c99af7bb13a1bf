package io.aurorarestore.simulation;

import io.aurorarestore.command.CopySnapshot;
import io.aurorarestore.command.CreateInstance;
import io.aurorarestore.command.RestoreCluster;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.OpenResult;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What went over the wire, in a few words: a restore whole would fill a page. */
final class CallText {

    private static final Map<Class<?>, Function<Object, String>> SHORT = new LinkedHashMap<>();

    static {
        add(Restore.class, CallText::restore);
        add(Transition.class, one -> restore(one.before()) + " => " + restore(one.after()));
        add(Cluster.class, one -> one.name() + " " + one.resourceId().substring(8, 14) + " " + one.status());
        add(Instance.class, one -> one.name() + " " + one.status());
        add(Snapshot.class, one -> one.id() + " " + one.status());
        add(Announcement.class, Announcement::messageId);
        add(RestoreCluster.class, one -> one.description());
        add(CopySnapshot.class, one -> one.description());
        add(CreateInstance.class, one -> one.description());
        add(OpenResult.class, one -> one.getClass().getSimpleName());
        add(InFlightMessage.Requested.class, CallText::requested);
        add(Optional.class, one -> ((Optional<?>) one).map(CallText::of).orElse("nothing"));
        add(Collection.class, one -> of(one.toArray()));
    }

    private CallText() {}

    private static <T> void add(Class<T> type, Function<T, String> description) {
        SHORT.put(type, one -> description.apply(type.cast(one)));
    }

    static String of(Object[] all) {
        return all == null ? "[]" : Arrays.stream(all).map(CallText::of).collect(Collectors.joining(", ", "[", "]"));
    }

    static String of(Object one) {
        return SHORT.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(one))
                .findFirst()
                .map(entry -> entry.getValue().apply(one))
                .orElseGet(() -> String.valueOf(one));
    }

    private static String restore(Restore one) {
        return "v" + one.version() + " " + one.status() + " " + one.step()
                + one.schedule()
                        .lease()
                        .map(lease -> " leased to " + lease.holder())
                        .orElse("");
    }

    private static String requested(InFlightMessage.Requested asked) {
        return asked.key() + " " + asked.request().replace() + " "
                + asked.request().target() + " from " + asked.request().source().description() + " "
                + asked.request().settings().said();
    }
}
