/**
 * Connects the ports to AWS and PostgreSQL; only here is the AWS SDK known. This package itself holds what several
 * adapters share: how an error is told, classified and what the clients run on. Each subpackage is one service.
 * Never here: a decision about a restore, or anything of {@code lambda}. Read {@link io.aurorarestore.port.Ports} first,
 * then {@code ServiceErrors}.
 */
package io.aurorarestore.adapter;
