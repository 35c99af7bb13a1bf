package io.aurorarestore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.request.Subject;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Restores;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Restores to operate on, ten minutes after they were opened. */
abstract class ControlBench {

    static final OneProfile ANYBODY = new OneProfile(ControlBench::forAnybody);

    private int operations;

    static final Clock LATER = Clock.fixed(TestData.NOW.plusSeconds(600), ZoneOffset.UTC);

    final InMemoryRestores store = new InMemoryRestores(TestData.HOME);

    void commit(Restore before, Restore after, Optional<Restore> retirement) {
        assertThat(store.commit(new Transition(before, after, List.of(), retirement))
                        .await()
                        .indefinitely())
                .isTrue();
    }

    Restore kept(Restore restore) {
        Restore first = restore.next(1);
        AuditEntry opened =
                new AuditEntry(first.id(), 1, TestData.NOW, first.step(), "opened", "for a test", "request", "a test");
        store.open(first, opened).await().indefinitely();
        return first;
    }

    RestoreId operate(OperatorActions.Operation operation, RestoreId id) {
        return control(store)
                .operate(operation, Subject.of(id), new Sender("operation " + operations++, "ops"), "the wrong day")
                .await()
                .indefinitely();
    }

    static OperatorActions control(Restores restores) {
        return new OperatorActions(restores, ANYBODY, RestorePlan.at(TestData.HOME), LATER, entry -> {});
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
        return TestData.profile(Optional.empty(), Optional.empty(), ClusterSettings.NONE);
    }
}
