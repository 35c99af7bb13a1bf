package io.aurorarestore.lambda.widget;

import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.DashboardActions;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.RestoreViews;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The widget's function over restores as they are given, seven minutes after they were opened. */
abstract class WidgetBench {

    static final Clock CLOCK = Clock.fixed(TestData.NOW.plus(Duration.ofMinutes(7)), ZoneOffset.UTC);

    final InMemoryRestores store = new InMemoryRestores(TestData.HOME);

    /** The page of one restore. */
    String page(Restore restore, List<AuditEntry> trail) {
        store.put(restore);
        return handler(new Views(List.of(), trail), Optional.empty())
                .handleRequest(Map.of("restore", restore.id().value()), null);
    }

    WidgetHandler handler(List<Restore> restores) {
        return handler(new Views(restores), Optional.empty());
    }

    WidgetHandler handler(RestoreViews views, Optional<String> actions) {
        return handler(store, views, actions);
    }

    static WidgetHandler handler(Restores store, RestoreViews views, Optional<String> actions) {
        StepSequence plan = RestorePlan.at(TestData.HOME);
        OneProfile anybodys =
                new OneProfile(() -> TestData.profile(Optional.empty(), Optional.empty(), ClusterSettings.NONE));
        OperatorActions operators = new OperatorActions(store, anybodys, plan, CLOCK, entry -> {});
        return new WidgetHandler(
                store, views, new DashboardActions(store, anybodys, operators, plan, CLOCK), plan, actions, CLOCK);
    }

    static class Views implements RestoreViews {

        private final List<Restore> restores;
        private final List<AuditEntry> trail;

        Views(List<Restore> restores) {
            this(restores, List.of());
        }

        Views(List<Restore> restores, List<AuditEntry> trail) {
            this.restores = restores;
            this.trail = trail;
        }

        @Override
        public Uni<Page<Listed>> list(Query query) {
            List<Listed> some = restores.stream()
                    .filter(one -> !one.retires()
                            && query.status().map(one.status()::equals).orElse(true))
                    .map(one -> new Listed(one.id().value(), "", "", "", "", Optional.of(one)))
                    .toList();
            return Uni.createFrom().item(new Page<>(some, Optional.empty()));
        }

        @Override
        public Uni<List<Restore>> retirements(int atMost) {
            return Uni.createFrom()
                    .item(restores.stream()
                            .filter(Restore::retires)
                            .limit(atMost)
                            .toList());
        }

        @Override
        public Uni<Page<AuditEntry>> audit(RestoreId id, int limit, long after) {
            List<AuditEntry> two = List.of(
                    entry(id, 1, TestData.NOW, "opened", "as asked"),
                    entry(id, 2, TestData.NOW.plusSeconds(300), "done", "nothing <is> in the way"));
            List<AuditEntry> read = (trail.isEmpty() ? two : trail)
                    .stream().filter(one -> one.seq() > after).limit(limit).toList();
            return Uni.createFrom().item(new Page<>(read, Optional.empty()));
        }

        static AuditEntry entry(RestoreId id, long seq, Instant at, String what, String why) {
            return new AuditEntry(id, seq, at, StepName.PREFLIGHT, what, why, "a test", "a test");
        }
    }
}
