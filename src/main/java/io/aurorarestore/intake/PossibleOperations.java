package io.aurorarestore.intake;

import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.time.Instant;

/** Says what may be done to a restore in the state it is in now. */
record PossibleOperations(StepSequence plan, Instant now) {

    boolean allow(Operation operation, Restore restore) {
        return switch (operation) {
            case CANCEL ->
                restore.status() == Status.RUNNING && (restore.rests(now) || !plan.pastPivot(restore.step()));
            case RESUME, ABANDON ->
                restore.status() == Status.FAILED && !restore.outcome().abandoned();
            case RETIRE -> restore.rests(now);
        };
    }
}
