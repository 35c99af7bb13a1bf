/**
 * Words what people and programs are told of a restore: the end, news, leftovers, and the commands to run next. Pure:
 * knows the model alone. Never here: sending, which {@code adapter.sns} and {@code adapter.eventbridge} do, or deciding
 * when, which the engine does. Read {@code Announcement} first.
 */
package io.aurorarestore.notification;
