/**
 * Drives a restore along a plan that it does not know: observes, lets the step decide, commits, carries out, waits.
 * Leases, wake-ups, deadlines, undo and notifications are here, once for all steps. Never here: a step, a framework or the
 * AWS SDK. Read {@code Reconciler} first, then {@code Reconciliation} and {@code StateMachine}.
 */
package io.aurorarestore.engine;
