/**
 * The data behind the simulated RDS: real PostgreSQL servers on copied volumes, with certificates and endpoints that can
 * be renamed. Read {@code PostgresDataPlane} first, then {@code Server}.
 */
package io.aurorarestore.local.postgres;
