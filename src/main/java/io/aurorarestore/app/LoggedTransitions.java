package io.aurorarestore.app;

import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.TransitionLog;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.StepDuration;
import io.aurorarestore.port.CallFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Logs one structured line for each committed transition, and counts what operators count. */
@ApplicationScoped
public class LoggedTransitions implements TransitionLog {

    private static final Logger LOG = Logger.getLogger("io.aurorarestore.transition");

    private final Metrics metrics;

    public LoggedTransitions(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void committed(AuditEntry entry) {
        LOG.infof(
                "restore=%s seq=%d step=%s what=%s cause=\"%s\" why=\"%s\"",
                entry.restore(), entry.seq(), entry.step().label(), entry.what(), entry.cause(), entry.why());
    }

    @Override
    public void ended(Restore restore) {
        metrics.ended(restore);
    }

    @Override
    public void took(Restore restore, StepDuration time) {
        metrics.took(restore, time);
    }

    @Override
    public void callFailed(RestoreId restore, CallFailedException failure) {
        failure.awsCode().ifPresent(code -> metrics.awsError(restore, code));
    }

    @Override
    public void lostEvent(RestoreId restore, StepName step) {
        metrics.lostEvent(restore, step);
    }

    @Override
    public void databaseRounds(RestoreId restore, int rounds) {
        metrics.databaseRounds(restore, rounds);
    }

    @Override
    public void untold(RestoreId restore, String what, String why) {
        LOG.warnf("restore=%s untold=\"%s\" why=\"%s\"", restore, what, why);
        metrics.untold(restore);
    }

    @Override
    public void leftAlone(RestoreId restore, String why) {
        LOG.warnf("restore=%s is left alone why=\"%s\"", restore, why);
    }

    @Override
    public void gaveUp(RestoreId restore, Throwable why) {
        LOG.errorf(why, "restore=%s is given up until somebody resumes it", restore);
    }
}
