package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.port.Database.ProgressListener;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Runs a profile's scripts in their database one after the other, as many as the invocation has time for.
 *
 * @param before how many scripts the databases before it have
 */
record Scripts(Session session, List<Script> scripts, int before, Whole whole) {

    /**
     * What the scripts of all databases have in common.
     *
     * @param scripts how many there are
     */
    record Whole(RestoreId restore, int scripts, ScriptTime time, ProgressListener listener) {}

    /** Where it stopped for want of time; empty where all were applied. */
    Uni<Optional<ScriptProgress>> run() {
        Uni<Optional<ScriptProgress>> stopped = Uni.createFrom().item(Optional.empty());
        for (int at = 0; at < scripts.size(); at++) {
            Script script = scripts.get(at);
            int number = before + at + 1;
            stopped = stopped.chain(stop -> stop.isPresent() ? Uni.createFrom().item(stop) : once(script, number));
        }
        return stopped;
    }

    private Uni<Optional<ScriptProgress>> once(Script script, int number) {
        AppliedScripts applied = new AppliedScripts(session, whole.restore());
        ScriptProgress begun = new ScriptProgress(
                script.name(), number, whole.scripts(), 0, 0, whole.time().now());
        return applied.has(script)
                .chain(done -> done
                        ? Uni.createFrom().item(Optional.empty())
                        : new ScriptRun(session, applied, script, whole.time(), whole.listener(), begun).run());
    }
}
