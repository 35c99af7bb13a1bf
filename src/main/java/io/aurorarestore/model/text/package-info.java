/**
 * Texts that are safe to log, store and show: plain, short, and secret ones that do not print themselves. Never here: what
 * a message says. Read {@code PlainText} and {@code Sensitive}.
 */
package io.aurorarestore.model.text;
