package io.aurorarestore.simulation;

import io.aurorarestore.engine.AlreadyRead;
import io.aurorarestore.engine.Trigger;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.HookAnswer;
import io.aurorarestore.port.LookedUp;
import io.aurorarestore.port.Lookup;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What comes through a queue, and what the function behind it makes of it. */
sealed interface InFlightMessage {

    Uni<Void> work(Engine engine);

    /** RDS says that something happened. */
    record Happened(String description, List<String> arns) implements InFlightMessage {
        @Override
        public Uni<Void> work(Engine engine) {
            return engine.lookUp(Lookup.ofEvent(arns)).chain(found -> each(found, engine));
        }

        private Uni<Void> each(LookedUp found, Engine engine) {
            AlreadyRead read = AlreadyRead.of(found);
            List<RestoreId> ids = arns.stream()
                    .flatMap(arn -> found.concerned().getOrDefault(arn, List.of()).stream())
                    .distinct()
                    .toList();
            Uni<Void> looked = Uni.createFrom().voidItem();
            for (RestoreId id : ids) {
                looked = looked.chain(() -> engine.reconcile(id, Trigger.event(description), read));
            }
            return looked;
        }
    }

    record WokenUp(RestoreId restore, long chain) implements InFlightMessage {
        @Override
        public Uni<Void> work(Engine engine) {
            return engine.reconcile(restore, Trigger.wakeUp(chain), Lookup.of(restore));
        }
    }

    record Reported(DatabaseJob job) implements InFlightMessage {
        @Override
        public Uni<Void> work(Engine engine) {
            return engine.reconcile(job.restore(), Trigger.report(), Lookup.of(job));
        }
    }

    /** A job out of the dead letters. */
    record Dead(DatabaseJob job) implements InFlightMessage {
        @Override
        public Uni<Void> work(Engine engine) {
            return engine.reconcile(job.restore(), Trigger.deadJob(job), Lookup.of(job));
        }
    }

    /** A request that did not come through the API. */
    record Requested(RestoreRequest request, String key) implements InFlightMessage {
        @Override
        public Uni<Void> work(Engine engine) {
            return engine.open(request, key).chain(id -> engine.reconcile(id, Trigger.opened()));
        }
    }

    record Operated(OperatorActions.Operation operation, RestoreId restore, String key) implements InFlightMessage {
        @Override
        public Uni<Void> work(Engine engine) {
            return engine.operate(operation, restore, key).chain(id -> engine.reconcile(id, Trigger.operator()));
        }
    }

    /** Somebody says something of a hook. */
    record Answered(HookAnswer answer, boolean byEvent) implements InFlightMessage {
        @Override
        public Uni<Void> work(Engine engine) {
            return engine.answer(answer, byEvent)
                    .chain(restore -> engine.reconcile(restore.id(), Trigger.event("answer of a hook")));
        }
    }

    /** The sweep's turn: it does its work itself. */
    record Swept() implements InFlightMessage {
        @Override
        public Uni<Void> work(Engine engine) {
            return Uni.createFrom().voidItem();
        }
    }

    /** For the database function. */
    record Job(DatabaseJob job) implements InFlightMessage {
        @Override
        public Uni<Void> work(Engine engine) {
            return engine.run(job);
        }
    }
}
