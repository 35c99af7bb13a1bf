/**
 * Writes what operators count, as lines of the log that CloudWatch makes metrics of. Never here: a call, or anything of
 * the engine, the adapters or the handlers, which all may use it. Read {@code Metrics}.
 */
package io.aurorarestore.app.metrics;
