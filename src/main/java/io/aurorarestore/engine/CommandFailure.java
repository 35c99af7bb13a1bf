package io.aurorarestore.engine;

import io.aurorarestore.command.AuthorizedByTags;
import io.aurorarestore.command.Command;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Decides how a restore goes on after a command was refused.
 *
 * <table>
 * <caption>The rules, first match wins</caption>
 * <tr><th>refused with</th><th>decision</th></tr>
 * <tr><td>{@code QUOTA_EXCEEDED} while other restores are at work, which give back what they hold</td><td>wait</td></tr>
 * <tr><td>{@code ACCESS_DENIED} in the first minutes after a rename or a tag that the right may hang on</td><td>wait</td>
 * </tr>
 * <tr><td>{@code ACCESS_DENIED} where a person could do it</td><td>fail, with the person's command</td></tr>
 * <tr><td>GONE where only the source can be missing</td><td>fail</td></tr>
 * <tr><td>anything else</td><td>as of any call: {@link #ofAnyCall}</td></tr>
 * </table>
 */
record CommandFailure(Command command, CallFailedException failure) {

    /** Longer than a name server or a network stumbles. */
    private static final Duration UNREACHABLE = Duration.ofMinutes(3);

    Uni<Decision> decide(Ports ports, StateMachine now) {
        return code() == FailureCode.QUOTA_EXCEEDED
                ? othersAtWork(ports, now.restore().origin())
                        .map(others -> others ? waiting() : ofAnyCall(failure, now))
                : Uni.createFrom().item(() -> alone(now));
    }

    /** Asked only now; where that cannot be answered at the moment the call is tried again. */
    private static Uni<Boolean> othersAtWork(Ports ports, RestoreId restore) {
        return OthersAtWork.than(restore, ports)
                .onFailure(CallFailedException.class)
                .recoverWithItem(CallFailedException::passes);
    }

    private Decision waiting() {
        return Decision.await(failure.getMessage() + " Other restores are at work, and may make room", Pace.FOR_ROOM);
    }

    private Decision alone(StateMachine now) {
        if (code() == FailureCode.ACCESS_DENIED
                && command instanceof AuthorizedByTags
                && AuthorizationLag.mayStillCount(now)) {
            return Decision.awaitMissing(
                    Missing.PERMISSION,
                    failure.getMessage() + " RDS may go by the old name and tags for some minutes",
                    Pace.SOON);
        }
        if (code() == FailureCode.ACCESS_DENIED && command.byHand().isPresent()) {
            return Decision.fail(
                    code(),
                    failure.getMessage() + " By hand it is: " + command.byHand().get());
        }
        return failure.kind() == CallFailedException.Kind.GONE && command.needsItsSource()
                ? Decision.fail(FailureCode.GONE, failure.getMessage())
                : ofAnyCall(failure, now);
    }

    private FailureCode code() {
        return failure.failure().code();
    }

    /** What is made of any call that failed. A region that does not answer for a while is not waited for any longer. */
    static Decision ofAnyCall(CallFailedException failure, StateMachine now) {
        FailureCode code = failure.failure().code();
        if (failure.kind() == CallFailedException.Kind.FATAL) {
            return Decision.fail(code, failure.getMessage());
        }
        if (code != FailureCode.REGION_UNREACHABLE) {
            return Decision.await(failure.getMessage(), Pace.SOON);
        }
        return now.restore().progress().missedFor(Missing.REGION, UNREACHABLE, now.at())
                ? Decision.fail(code, failure.getMessage())
                : Decision.awaitMissing(Missing.REGION, failure.getMessage(), Pace.SOON);
    }
}
