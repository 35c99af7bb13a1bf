/**
 * The handlers of the Lambda functions, and how a batch of messages becomes calls of the reconciler. One package is
 * deployed several times; {@code quarkus.lambda.handler} chooses the handler. Never here: an adapter, or a decision about a
 * restore. Read {@code InboxHandler} first, then {@code InboxMessageParser} and {@code MessageRouter}.
 */
package io.aurorarestore.lambda;
