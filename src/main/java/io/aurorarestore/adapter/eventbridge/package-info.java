/**
 * Publishes the state changes of restores on the service's own bus. Never here: events that come in, which are
 * messages of the inbox in {@code lambda}. Read {@code EventBridgeStateChanges}.
 */
package io.aurorarestore.adapter.eventbridge;
