/** Lets the simulated RDS speak the RDS Query protocol. Never here: what RDS does. Read {@code RdsService}. */
package io.aurorarestore.local.rds.wire;
