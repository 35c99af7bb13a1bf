package io.aurorarestore.restore;

import java.util.List;
import java.util.Optional;

/**
 * What is told to people through SNS.
 *
 * @param messageId always the same for the same news, so that a receiver can drop a repetition
 * @param restoreId empty for a request that was refused
 * @param leftovers what is left behind that somebody may want to remove
 */
public record Announcement(
        String messageId,
        Optional<RestoreId> restoreId,
        String status,
        String target,
        String profile,
        String text,
        Optional<Endpoint> endpoint,
        Optional<Failure> failure,
        List<String> leftovers) {

    /** Tells the end of a restore. */
    public static Announcement endOf(Restore restore) {
        return new Announcement(
                restore.id() + "-" + restore.status() + "-" + restore.progress().attempt(),
                Optional.of(restore.id()),
                restore.status().name(),
                restore.target(),
                restore.order().request().profile(),
                text(restore),
                restore.findings().endpoint(),
                restore.progress().failure(),
                restore.status() == Status.SUCCEEDED ? List.of() : leftovers(restore));
    }

    /** Tells of a request that was not accepted. */
    public static Announcement refused(String key, String target, String profile, Failure failure) {
        return new Announcement(
                key + "-REFUSED",
                Optional.empty(),
                "REFUSED",
                target,
                profile,
                failure.words(),
                Optional.empty(),
                Optional.of(failure),
                List.of());
    }

    public boolean good() {
        return failure.isEmpty();
    }

    private static String text(Restore restore) {
        return restore.progress()
                .failure()
                .map(failure -> "Step " + restore.step().label() + " failed. " + failure.words())
                .orElseGet(() -> restore.target() + " was restored from "
                        + restore.findings().source().map(Snapshot::id).orElse("its snapshot") + ".");
    }

    private static List<String> leftovers(Restore restore) {
        return restore.footprint().owned().stream().map(Owned::toString).toList();
    }
}
