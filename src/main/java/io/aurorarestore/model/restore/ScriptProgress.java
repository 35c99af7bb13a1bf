package io.aurorarestore.model.restore;

import io.aurorarestore.model.text.NameList;
import java.time.Instant;

/**
 * How far the scripts of a job are.
 *
 * @param script the name of the one that runs, or is next
 * @param number its place among the scripts, from 1
 * @param scripts how many there are
 * @param rounds that it has had, where it is repeated
 * @param rows that it has changed in them
 * @param at when the database function said so
 */
public record ScriptProgress(String script, int number, int scripts, long rounds, long rows, Instant at) {

    /** As in: script mask (1 of 2), 20000 row(s) in 2 round(s). */
    public String description() {
        String which = "script " + NameList.of(script) + " (" + number + " of " + scripts + ")";
        return rounds == 0 ? which : which + ", " + rows + " row(s) in " + rounds + " round(s)";
    }

    /** After one more round. */
    public ScriptProgress round(long changed, Instant now) {
        return new ScriptProgress(script, number, scripts, rounds + 1, rows + changed, now);
    }
}
