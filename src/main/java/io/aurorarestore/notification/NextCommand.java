package io.aurorarestore.notification;

/**
 * A command that somebody may run next.
 *
 * @param purpose what it is good for, and when
 * @param command as a shell takes it
 */
public record NextCommand(String purpose, String command) {}
