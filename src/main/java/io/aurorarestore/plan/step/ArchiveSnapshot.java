package io.aurorarestore.plan.step;

import io.aurorarestore.command.DeleteSnapshot;
import io.aurorarestore.command.Tag;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps, tags or deletes our copy of the snapshot. The source snapshot is never touched. */
public record ArchiveSnapshot(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.ARCHIVE_SNAPSHOT;
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Optional<String> skips(Restore restore) {
        return SnapshotUsability.copies(restore, home) ? Optional.empty() : Optional.of("no copy was made");
    }

    @Override
    public List<Describe> describe(Restore restore) {
        return restore.progress().acted().isEmpty()
                ? List.of(new Describe.AtSnapshot(home.region(), restore.names().copy()))
                : List.of();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return seen.snapshot(restore.names().copy())
                .filter(copy -> copy.ownedBy(restore.id()))
                .map(copy -> dispose(restore, copy))
                .orElseGet(() -> gone(restore));
    }

    private static Decision dispose(Restore restore, Snapshot copy) {
        return switch (restore.cluster().archive().orElseThrow()) {
            case KEEP -> Decision.done("our copy " + copy.id() + " is kept");
            case TAG -> Decision.act(new Tag(copy.arn(), Map.of(Ownership.STATE_TAG, Ownership.ARCHIVED)));
            case DELETE -> Decision.act(new DeleteSnapshot(copy.id()));
        };
    }

    private Decision gone(Restore restore) {
        if (restore.progress().actedAt(Tag.KEY).isPresent()) {
            return Decision.done("our copy " + restore.names().copy() + " is kept as an archive");
        }
        return Decision.done(
                "our copy " + restore.names().copy() + " is gone",
                now -> now.with(
                        now.resources().minus(home.snapshotArn(now.names().copy()))));
    }
}
