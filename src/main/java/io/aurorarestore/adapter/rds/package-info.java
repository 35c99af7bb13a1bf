/**
 * Describes and changes RDS. Each call is one request of the SDK, its shapes mapped to the model; an error becomes a
 * {@code CallFailedException} by the table of {@code RdsErrors}. Never here: waiting, or deciding whether to call. Read
 * {@code RdsAurora} and {@code RdsAuroraControl} first.
 */
package io.aurorarestore.adapter.rds;
