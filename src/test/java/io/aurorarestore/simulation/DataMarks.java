package io.aurorarestore.simulation;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.settings.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What restores have written into some data, and what goes with it into every snapshot and copy.
 *
 * @param provenance the restore it came by
 * @param applied the scripts that each restore has run in it
 */
record DataMarks(Optional<RestoreId> provenance, Map<String, List<Script>> applied) {

    static final DataMarks NONE = new DataMarks(Optional.empty(), Map.of());

    DataMarks broughtBy(RestoreId restore) {
        return new DataMarks(Optional.of(restore), applied);
    }

    /** Each once in a restore. */
    DataMarks plus(RestoreId restore, Script script) {
        if (of(restore).contains(script)) {
            return this;
        }
        Map<String, List<Script>> all = new TreeMap<>(applied);
        List<Script> scripts = new ArrayList<>(of(restore));
        scripts.add(script);
        all.put(restore.value(), List.copyOf(scripts));
        return new DataMarks(provenance, all);
    }

    List<Script> of(RestoreId restore) {
        return applied.getOrDefault(restore.value(), List.of());
    }
}
