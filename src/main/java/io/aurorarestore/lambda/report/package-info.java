/**
 * The rehearsal report of a target: what its last restores brought back, how fast, and how recent that was, as JSON and as a
 * page. Never here: anything that is decided by it. Read {@code Rehearsal}.
 */
package io.aurorarestore.lambda.report;
