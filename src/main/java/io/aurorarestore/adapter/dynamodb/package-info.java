/**
 * Stores restores, dry runs, job results and rejected requests in DynamoDB, and reads profiles. A change of a restore
 * is one transaction whose writes know what their conditions protect. Never here: the shape of what is stored, which is in
 * {@code stored}, or retries of a lost commit, which are the engine's. Read {@code DynamoDbRestores} first, then
 * {@code TransactionWrites}.
 */
package io.aurorarestore.adapter.dynamodb;
