package io.aurorarestore.simulation;

import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;

/** What becomes of one call. */
enum CallFate {
    ANSWERED,
    /** The process dies before it is sent. */
    NEVER_SENT,
    /** The process dies with the call on its way. */
    NEVER_HEARD,
    /** The process stands still with the call on its way. */
    FROZEN,
    /** It does nothing, and may be tried again. */
    REFUSED,
    /** It takes effect, but the time limit runs out before the answer is there. */
    UNANSWERED,
    /** It does nothing and never will. */
    DENIED;

    static CallFate draw(Class<?> port, WorldShape.Calls calls, Trouble trouble) {
        if (trouble.loses(calls.crash())) {
            return trouble.strikes(0.5) ? NEVER_SENT : NEVER_HEARD;
        }
        if (trouble.loses(calls.frozen())) {
            return FROZEN;
        }
        if (trouble.loses(calls.refused())) {
            return REFUSED;
        }
        if (port != Aurora.class && trouble.loses(calls.unanswered())) {
            return UNANSWERED;
        }
        return port == AuroraControl.class && trouble.strikes(calls.denied()) ? DENIED : ANSWERED;
    }
}
