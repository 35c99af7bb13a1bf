package io.aurorarestore.notification;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.restore.DryRunReport;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.util.List;
import java.util.Optional;

/**
 * A message to people through SNS: an end, news, a rejection, or a dry run.
 *
 * @param messageId always the same for the same news, so that a receiver can drop a repetition
 * @param restoreId empty for a request that was refused
 * @param warnings what did not work after the pivot, or cannot be kept
 * @param leftovers what is left behind that somebody may want to remove, and how
 * @param plan what a dry run found
 * @param topic where it is told
 * @param next what may be done now, with the commands
 * @param requestId the idempotency key of the request that it answers
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
        List<String> warnings,
        List<String> leftovers,
        Optional<DryRunReport> plan,
        NotificationTopic topic,
        List<NextCommand> next,
        Optional<String> requestId) {

    /** Tells the end of a restore. */
    public static Announcement endOf(Restore restore) {
        return new Announcement(
                StateChange.of(restore).id(),
                Optional.of(restore.id()),
                restore.status().name(),
                restore.target(),
                restore.accepted().request().profile(),
                RestoreSummary.of(restore),
                restore.status() == Status.SUCCEEDED ? restore.outputs().endpoint() : Optional.empty(),
                restore.outcome().failure(),
                restore.outcome().warnings(),
                Leftovers.of(restore),
                Optional.empty(),
                restore.status() == Status.SUCCEEDED ? NotificationTopic.COMPLETION : NotificationTopic.ERROR,
                NextCommands.after(restore),
                restore.retires()
                        ? Optional.empty()
                        : Optional.of(restore.accepted().key()));
    }

    /** Tells how a restore gets on. */
    public static Announcement of(StateChange change) {
        return new Announcement(
                change.id(),
                Optional.of(change.restoreId()),
                change.status().name(),
                change.target(),
                change.profile(),
                change.text(),
                Optional.empty(),
                change.failure(),
                List.of(),
                List.of(),
                Optional.empty(),
                NotificationTopic.STATUS,
                List.of(),
                Optional.empty());
    }

    /** Tells of a request that was not accepted. */
    public static Announcement refused(RejectedRequest refusal) {
        return new Announcement(
                RestoreId.of(refusal.key() + "/" + refusal.fingerprint()) + "-REFUSED-"
                        + refusal.failure().code(),
                Optional.empty(),
                "REFUSED",
                refusal.target(),
                refusal.profile(),
                refusal.failure().description(),
                Optional.empty(),
                Optional.of(refusal.failure()),
                List.of(),
                List.of(),
                Optional.empty(),
                NotificationTopic.ERROR,
                NextCommands.afterRefusal(),
                Optional.of(refusal.key()));
    }

    /** Tells what a dry run found. */
    public static Announcement dryRun(DryRunReport report) {
        return new Announcement(
                report.id() + "-DRY_RUN",
                Optional.empty(),
                "DRY_RUN",
                report.target(),
                report.profile(),
                report.description(),
                Optional.empty(),
                Optional.empty(),
                report.warnings(),
                List.of(),
                Optional.of(report),
                NotificationTopic.STATUS,
                List.of(),
                Optional.empty());
    }
}
