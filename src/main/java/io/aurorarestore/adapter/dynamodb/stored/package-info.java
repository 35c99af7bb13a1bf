/**
 * Maps the model to the JSON documents that are stored, and back. Every field and constant of what is stored is named
 * here and nowhere else, so the model can be renamed freely. A new field must be optional when it is read: restores that an
 * older version opened go on. Never here: a call. Read {@code RestoreDocument} first, then
 * {@code docs/adr/0009-what-is-stored-is-a-document.md}.
 */
package io.aurorarestore.adapter.dynamodb.stored;
