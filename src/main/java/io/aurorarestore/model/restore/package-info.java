/**
 * A restore and all that is stored of it: progress, schedule, owned resources, what its steps found, outcome, outbox, and
 * the transitions between its states. All are immutable. Never here: what follows from what, which the engine and the steps
 * decide. Read {@code Restore} first, then {@code Transition}.
 */
package io.aurorarestore.model.restore;
