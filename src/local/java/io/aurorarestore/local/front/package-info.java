/**
 * The endpoint that AWS clients speak to: HTTP, the Query and JSON protocols, and the dispatch to a service by its
 * signature. Never here: what a service answers. Read {@code LocalEndpoint} first, then {@code Dispatcher}.
 */
package io.aurorarestore.local.front;
