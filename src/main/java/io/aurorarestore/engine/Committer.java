package io.aurorarestore.engine;

import io.aurorarestore.command.Command;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CallTally;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/**
 * Commits a change of a restore. The wake-up is sent first, so that a crash in between leaves one too many, never
 * none.
 */
final class Committer {

    private final Ports ports;
    private final TransitionLog log;
    private final Notifier notifier;
    private final AuditNumbering numbering;
    private final CallTallies tallies = new CallTallies();

    Committer(Ports ports, TransitionLog log, Notifier notifier) {
        this.ports = ports;
        this.log = log;
        this.notifier = notifier;
        this.numbering = new AuditNumbering(ports.restores());
    }

    /** Of what AWS is asked for the restore: its next entry says it. */
    CallTally tally(RestoreId id) {
        return tallies.of(id);
    }

    /** The restore as committed, or nothing if somebody else was first. */
    Uni<Optional<Restore>> commit(Uncommitted restore, Change.Noted change) {
        if (change instanceof Change.Waits waits) {
            return ports.wakeUps()
                    .send(
                            change.after().id(),
                            waits.next().chain(),
                            waits.next().pause())
                    .chain(() -> tell(restore, waits));
        }
        return write(restore, change);
    }

    /** News are told once the restore is free again: nobody waits for them. */
    private Uni<Optional<Restore>> tell(Uncommitted restore, Change.Waits change) {
        if (change.act().filter(act -> isNoNews(act.command(), restore.now())).isPresent()) {
            return write(restore, change).call(kept -> onTheWay(kept, false));
        }
        String news = notifier.news(change.after());
        boolean isNew = !news.equals(restore.stored().outbox().news());
        return write(restore, change.telling(news)).call(kept -> onTheWay(kept, isNew));
    }

    /** What is over in seconds; unless it was asked for before, and has taken longer. */
    private static boolean isNoNews(Command command, Restore before) {
        return command.takesSeconds()
                && before.progress().actedAt(command.key()).isEmpty();
    }

    private Uni<Void> onTheWay(Optional<Restore> kept, boolean isNew) {
        return kept.map(committed -> notifier.onTheWay(committed, isNew))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Optional<Restore>> write(Uncommitted restore, Change.Noted change) {
        CallTally tally = tallies.of(restore.now().id());
        Map<String, Integer> calls = tally.made();
        return numbering
                .commit(restore.with(change).asking(calls))
                .invoke(committed -> committed.ifPresent(kept -> {
                    tally.less(calls);
                    log.kept(kept);
                }))
                .map(committed -> committed.map(Transition::after));
    }
}
