package io.aurorarestore.intake;

import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.Map;
import java.util.TreeMap;

/** Says where the settings of a restored cluster come from. */
public final class SettingOrigins {

    static final String PREDECESSOR = "the cluster that is replaced";

    private final Map<String, String> asked;
    private final Map<String, Object> old;

    private SettingOrigins(Map<String, String> asked, Map<String, Object> old) {
        this.asked = asked;
        this.old = old;
    }

    public static SettingOrigins of(Restore restore) {
        Map<String, Object> old = restore.outputs()
                .predecessor()
                .map(Predecessor::settings)
                .map(ClusterSettings::said)
                .orElse(Map.of());
        return new SettingOrigins(restore.settings().origins(), old);
    }

    /** The request, a profile, the cluster that is replaced, or what is built in. */
    public String of(String setting) {
        return asked.getOrDefault(setting, old.containsKey(setting) ? PREDECESSOR : "built in");
    }

    /** What the old cluster has. */
    Map<String, Object> old() {
        return old;
    }

    /** A value in words, always the same for the same. */
    public static String shown(Object value) {
        return value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : value.toString();
    }
}
