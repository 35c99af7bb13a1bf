package io.aurorarestore.engine;

import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.Restore;
import java.util.Optional;

/**
 * Why a restore is worked on now. It decides nothing: what is observed decides.
 *
 * @param cause in words, for the audit trail
 * @param chain the chain of the wake-up that came, if one did
 * @param deadJob a job that the database function gave up on, without a word
 */
public record Trigger(String cause, Optional<Long> chain, Optional<DatabaseJob> deadJob) {

    /** A wake-up of no chain: never stale, it becomes the restore's chain. */
    public static final long ANY_CHAIN = Long.MAX_VALUE;

    public static Trigger event(String cause) {
        return new Trigger(cause, Optional.empty(), Optional.empty());
    }

    public static Trigger wakeUp(long chain) {
        return new Trigger("check-in", Optional.of(chain), Optional.empty());
    }

    public static Trigger opened() {
        return new Trigger("request", Optional.of(ANY_CHAIN), Optional.empty());
    }

    public static Trigger operator() {
        return new Trigger("operator", Optional.of(ANY_CHAIN), Optional.empty());
    }

    public static Trigger report() {
        return event("report of the database function");
    }

    public static Trigger deadJob(DatabaseJob job) {
        return new Trigger("dead letter of the database function", Optional.empty(), Optional.of(job));
    }

    /** A wake-up that a later one has replaced: there is nothing to do. */
    boolean staleFor(Restore restore) {
        return chain.filter(number -> number < restore.schedule().chain()).isPresent();
    }

    /** The restore's own wake-up, which nobody else sends again; it may come before the commit that speaks of it. */
    boolean carriesOn(Restore restore) {
        return chain.filter(number ->
                        number != ANY_CHAIN && number >= restore.schedule().chain())
                .isPresent();
    }

    /** Whether it says no more than that there may be something to see: an event, a report, an answer. */
    public boolean isHint() {
        return chain.isEmpty() && deadJob.isEmpty();
    }

    boolean wakesUp() {
        return chain.isPresent();
    }
}
