package io.aurorarestore.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.port.Restores;
import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.ClusterSettings;
import io.aurorarestore.restore.Profile;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.Sender;
import io.aurorarestore.restore.Subject;
import io.aurorarestore.restore.Transition;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/** Restores to operate on, ten minutes after they were opened. */
abstract class ControlBench {

    static final OneProfile ANYBODY = new OneProfile(ControlBench::forAnybody);

    private int operations;

    static final Clock LATER = Clock.fixed(A.NOW.plusSeconds(600), ZoneOffset.UTC);

    final InMemoryRestores store = new InMemoryRestores(A.HOME);

    void commit(Restore before, Restore after, Optional<Restore> retirement) {
        assertThat(store.commit(new Transition(before, after, Optional.empty(), retirement))
                        .await()
                        .indefinitely())
                .isTrue();
    }

    Restore kept(Restore restore) {
        Restore first = restore.next(true);
        AuditEntry opened =
                new AuditEntry(first.id(), 1, A.NOW, first.step(), "opened", "for a test", "request", "a test");
        store.open(first, opened).await().indefinitely();
        return first;
    }

    RestoreId operate(Control.Operation operation, RestoreId id) {
        return control(store)
                .operate(operation, Subject.of(id), new Sender("operation " + operations++, "ops"), "the wrong day")
                .await()
                .indefinitely();
    }

    static Control control(Restores restores) {
        return new Control(restores, ANYBODY, RestorePlan.at(A.HOME), LATER, entry -> {});
    }

    Restore now(Restore restore) {
        return store.load(restore.id()).await().indefinitely().orElseThrow();
    }

    Optional<RestoreId> holder() {
        return store.holder("orders-drill").await().indefinitely();
    }

    void assertTrail(String what, Restore restore) {
        AuditEntry last =
                store.audit(restore.id()).get(store.audit(restore.id()).size() - 1);
        assertThat(last.what()).isEqualTo(what);
        assertThat(last.why()).isEqualTo("the wrong day");
        assertThat(last.by()).isEqualTo("ops");
        assertThat(last.at()).isEqualTo(LATER.instant());
        assertThat(last.seq()).isEqualTo(now(restore).entries());
    }

    private static Profile forAnybody() {
        return A.profile(Optional.empty(), Optional.empty(), ClusterSettings.NONE);
    }
}
