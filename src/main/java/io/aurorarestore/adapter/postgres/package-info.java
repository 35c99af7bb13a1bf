/**
 * Works on the restored database, in the database function only: roles, scripts, checks, provenance, and the trust in
 * the server's certificate. No text of the server passes, since it may quote data; passwords are never part of SQL text.
 * Never here: RDS calls, or a decision about a restore. Read {@code PostgresDatabase} first, then {@code Configuration} and
 * {@code Connections}.
 */
package io.aurorarestore.adapter.postgres;
