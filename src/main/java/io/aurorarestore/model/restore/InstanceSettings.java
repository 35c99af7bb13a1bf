package io.aurorarestore.model.restore;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.restore.Predecessor.Member;
import io.aurorarestore.model.settings.Attributes;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Works out how each instance of the restored cluster is to be: as it is asked for, and else as the old instance in its
 * place. One that the old cluster did not have is as the old writer, but for what is each instance's own.
 */
public final class InstanceSettings {

    private InstanceSettings() {}

    /** Of all instances, the writer first. */
    public static List<ClusterSettings> all(Restore restore) {
        return IntStream.rangeClosed(1, restore.instanceClasses().size())
                .mapToObj(number -> of(restore, number))
                .toList();
    }

    /** @param number 1 for the writer */
    public static ClusterSettings of(Restore restore, int number) {
        ClusterSettings asked = restore.settings().asked();
        ClusterSettings old = old(restore, number).map(Member::settings).orElseGet(() -> likeWriter(restore));
        Attributes attributes =
                asked.attributes().ofInstance(number).over(old.attributes()).consistent();
        return ownOf(asked).over(ownOf(old)).withAttributes(attributes);
    }

    /** What each instance has of its own. */
    private static ClusterSettings ownOf(ClusterSettings all) {
        return all.only(
                ClusterSetting.INSTANCE_PARAMETER_GROUP,
                ClusterSetting.PUBLICLY_ACCESSIBLE,
                ClusterSetting.CA_CERTIFICATE,
                ClusterSetting.MAINTENANCE_WINDOW);
    }

    private static ClusterSettings likeWriter(Restore restore) {
        return old(restore, 1)
                .map(Member::settings)
                .map(writer -> ownOf(writer).withAttributes(writer.attributes().only(one -> !one.isByInstance())))
                .orElse(ClusterSettings.NONE);
    }

    /**
     * The tags that are asked for, over those of the old instance in its place, or of the old cluster where there is
     * none; and that it is ours.
     */
    public static Map<String, String> tags(Restore restore, int number) {
        Map<String, String> tags = new HashMap<>(old(restore, number)
                .flatMap(Member::tags)
                .or(() -> restore.outputs().predecessor().map(Predecessor::tags))
                .orElse(Map.of()));
        restore.settings().asked().tags().ifPresent(tags::putAll);
        tags.putAll(Ownership.tags(restore.id()));
        return tags;
    }

    private static Optional<Member> old(Restore restore, int number) {
        return restore.outputs()
                .predecessor()
                .map(Predecessor::lasting)
                .filter(all -> number <= all.size())
                .map(all -> all.get(number - 1));
    }
}
