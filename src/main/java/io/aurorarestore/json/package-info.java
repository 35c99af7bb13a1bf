/**
 * Reads and writes the JSON that comes from outside or goes between the functions: requests, profiles, operations and
 * queue messages. All that is wrong with a document is told at once. Never here: what is stored
 * ({@code adapter.dynamodb.stored}), or whether a request is permitted ({@code intake}). Read {@code RequestReader} first.
 */
package io.aurorarestore.json;
