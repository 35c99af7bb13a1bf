package io.aurorarestore.engine;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** Makes a move permanent: the wake-up is armed first, so that a crash in between leaves one too many, never none. */
final class Committer {

    private final Ports ports;
    private final TransitionLog log;
    private final Notifier notifier;
    private final AuditNumbering numbering;

    Committer(Ports ports, TransitionLog log, Notifier notifier) {
        this.ports = ports;
        this.log = log;
        this.notifier = notifier;
        this.numbering = new AuditNumbering(ports.restores());
    }

    /** The restore as committed, or nothing if somebody else was first. */
    Uni<Optional<Restore>> commit(StateMachine situation, Change move) {
        return move.rests() ? arm(situation, move.after()).chain(() -> tell(situation, move)) : write(situation, move);
    }

    /** News are told once the restore is free again: nobody waits for them. */
    private Uni<Optional<Restore>> tell(StateMachine situation, Change move) {
        String news = notifier.news(move.after());
        boolean isNew = !news.equals(situation.restore().outbox().news());
        return write(situation, move.telling(news))
                .call(kept -> kept.map(restore -> notifier.onTheWay(restore, isNew))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> arm(StateMachine situation, Restore after) {
        Duration pause = after.schedule()
                .wakeAt()
                .map(at -> Duration.between(situation.at(), at))
                .orElse(Duration.ZERO);
        return ports.wakeUps().send(after.id(), after.schedule().chain(), pause);
    }

    private Uni<Optional<Restore>> write(StateMachine situation, Change move) {
        Restore after = move.noted().next(move.entry().isPresent());
        Transition transition = new Transition(situation.restore(), after, move.entry(), move.retirement());
        return numbering
                .commit(transition)
                .invoke(committed -> committed.ifPresent(log::kept))
                .map(committed -> committed.map(Transition::after));
    }
}
