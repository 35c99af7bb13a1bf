/**
 * The interfaces to all that is outside, in the words of the model: RDS, secrets, the store, queues, topics, the restored
 * database. Each fails with {@code CallFailedException}, whose kind says what follows. Never here: an implementation. Read
 * {@code Ports} first, then {@code Restores} and {@code Aurora}.
 */
package io.aurorarestore.port;
