/**
 * The words of the domain as values: ids, names, tags, codes of failures. The subpackages hold a restore, a request, the
 * settings, what AWS shows, and safe texts. Never here: a call, a framework, or JSON; it knows Java alone. Read
 * {@code Names} and {@code Ownership} first, then {@code model.restore.Restore}.
 */
package io.aurorarestore.model;
