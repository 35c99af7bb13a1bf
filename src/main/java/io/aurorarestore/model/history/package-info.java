/**
 * What earlier restores took, and so what one is expected to take. Never here: how often one looks because of it, which the
 * engine decides. Read {@code Durations}.
 */
package io.aurorarestore.model.history;
