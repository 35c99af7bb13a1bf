/**
 * Publishes on the bus of the service: state changes of restores, and what hooks are asked for. Never here: events that come in, which are
 * messages of the inbox in {@code lambda}. Read {@code RestoreEvents}.
 */
package io.aurorarestore.adapter.eventbridge;
