package io.aurorarestore.intake;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.DryRunReport.Setting;
import io.aurorarestore.model.restore.InstanceSettings;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Predecessor.Member;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.plan.step.SourceWarnings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Shows how a restored cluster would be: each setting, where it comes from, and what the replaced cluster has. */
record PlannedSettings(Restore restore, Home home) {

    private static final String KEY = "kmsKeyId";
    private static final String CLASSES = "instanceClass";
    private static final String OLD_CLASSES = "instanceClasses";
    private static final String TAGS = "instanceTags";

    Map<String, Setting> all() {
        SettingOrigins origins = SettingOrigins.of(restore);
        Map<String, Object> old = origins.old();
        Map<String, Setting> settings = new TreeMap<>();
        restore.cluster()
                .said()
                .forEach((name, value) -> settings.put(
                        name,
                        new Setting(
                                SettingOrigins.shown(value),
                                origins.of(name),
                                Optional.ofNullable(old.get(name)).map(SettingOrigins::shown))));
        if (restore.outputs().source().isPresent()) {
            key(restore, home, old, settings);
        }
        settings.remove(OLD_CLASSES);
        instances(restore, settings);
        tags(restore, settings);
        if (!restore.managedSecret()) {
            settings.remove(Attribute.MASTER_SECRET_KEY.setting());
        }
        settings.put(CLASSES, classes(restore, origins));
        return settings;
    }

    /** A source brings its own, whatever the replaced cluster has. */
    private static void key(Restore restore, Home home, Map<String, Object> old, Map<String, Setting> settings) {
        Optional<String> key = new SourceWarnings(restore, home).key();
        if (!key.equals(restore.cluster().kmsKeyId())) {
            settings.put(
                    KEY,
                    new Setting(
                            key.orElse("none"),
                            restore.outputs().snapshot().isPresent() ? "the snapshot" : "the cluster it is of",
                            Optional.ofNullable(old.get(KEY)).map(SettingOrigins::shown)));
        }
    }

    /** What each instance would have for itself, the writer first; once where they all have the same. */
    private static void instances(Restore restore, Map<String, Setting> settings) {
        List<Map<String, Object>> fresh = InstanceSettings.all(restore).stream()
                .map(ClusterSettings::said)
                .toList();
        List<Map<String, Object>> olds =
                olds(restore).stream().map(one -> one.settings().said()).toList();
        Set<String> names = new TreeSet<>();
        fresh.forEach(one -> names.addAll(one.keySet()));
        for (String name : names) {
            String asked = restore.settings().origins().get(name);
            settings.put(
                    name,
                    new Setting(
                            ofEach(name, fresh),
                            asked != null ? asked : SettingOrigins.PREDECESSOR,
                            olds.stream().anyMatch(one -> one.containsKey(name))
                                    ? Optional.of(ofEach(name, olds))
                                    : Optional.empty()));
        }
    }

    private static List<Member> olds(Restore restore) {
        return restore.outputs().predecessor().map(Predecessor::lasting).orElse(List.of());
    }

    /** Each instance has those of the old one in its place, besides those that are asked for. */
    private static void tags(Restore restore, Map<String, Setting> settings) {
        List<Map<String, Object>> olds = olds(restore).stream()
                .map(one -> Map.<String, Object>of(TAGS, one.tags().orElse(Map.of())))
                .toList();
        if (olds.stream().allMatch(one -> Map.of().equals(one.get(TAGS)))) {
            return;
        }
        List<Map<String, Object>> fresh = IntStream.rangeClosed(
                        1, restore.instanceClasses().size())
                .mapToObj(number ->
                        Map.<String, Object>of(TAGS, Ownership.withoutOurs(InstanceSettings.tags(restore, number))))
                .toList();
        String asked = restore.settings().origins().get("tags");
        settings.put(
                TAGS,
                new Setting(
                        ofEach(TAGS, fresh),
                        asked == null ? SettingOrigins.PREDECESSOR : SettingOrigins.PREDECESSOR + ", and " + asked,
                        Optional.of(ofEach(TAGS, olds))));
    }

    private static String ofEach(String name, List<Map<String, Object>> instances) {
        List<String> all = instances.stream()
                .map(one -> SettingOrigins.shown(one.getOrDefault(name, "RDS's default")))
                .toList();
        return all.stream().distinct().count() == 1 ? all.get(0) : all.toString();
    }

    /** Those that the instances would have, the writer first: one that is asked for, or the old ones by position. */
    private static Setting classes(Restore restore, SettingOrigins origins) {
        boolean asked = restore.settings().asked().instanceClass().isPresent();
        return new Setting(
                SettingOrigins.shown(restore.instanceClasses()),
                origins.of(asked ? CLASSES : OLD_CLASSES),
                Optional.ofNullable(origins.old().get(OLD_CLASSES)).map(SettingOrigins::shown));
    }
}
