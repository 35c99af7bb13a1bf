/**
 * The steps of a restore in their order, and the pivot among them: the business process, to be read aloud. The plan knows
 * the engine, and never the reverse. Read {@code RestorePlan}.
 */
package io.aurorarestore.plan;
