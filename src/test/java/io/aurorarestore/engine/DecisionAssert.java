package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.Command;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.Restore;

/** Says what a decision is expected to be. */
public record DecisionAssert(Decision decision, Restore restore) {

    public static DecisionAssert assertDecision(Step step, Restore restore, Observed seen) {
        return new DecisionAssert(
                step.skips(restore).map(Decision::skip).orElseGet(() -> step.decide(restore, seen)), restore);
    }

    public static DecisionAssert assertUndo(Step step, Restore restore, Observed seen) {
        return new DecisionAssert(step.undo(restore, seen), restore);
    }

    /** @return the restore with what the step learned */
    public Restore isDone() {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        assertThat(((Decision.Done) decision).what()).isEqualTo(AuditAction.DONE);
        return ((Decision.Done) decision).learned().apply(restore);
    }

    public Restore isSkipped() {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        assertThat(((Decision.Done) decision).what()).isEqualTo(AuditAction.SKIPPED);
        return ((Decision.Done) decision).learned().apply(restore);
    }

    public <C extends Command> C acts(Class<C> kind) {
        assertThat(decision).isInstanceOf(Decision.Act.class);
        assertThat(((Decision.Act) decision).command()).isInstanceOf(kind);
        return kind.cast(((Decision.Act) decision).command());
    }

    public Restore waitsFor(String what) {
        assertThat(decision).isInstanceOf(Decision.Await.class);
        assertThat(((Decision.Await) decision).what()).contains(what);
        return ((Decision.Await) decision).learned().apply(restore);
    }

    /** @return what it says */
    public String failed(FailureCode code) {
        failsWith(code);
        return ((Decision.Fail) decision).failure().message();
    }

    public Restore failsWith(FailureCode code) {
        assertThat(decision).isInstanceOf(Decision.Fail.class);
        assertThat(((Decision.Fail) decision).failure().code()).isEqualTo(code);
        return ((Decision.Fail) decision).learned().apply(restore);
    }
}
