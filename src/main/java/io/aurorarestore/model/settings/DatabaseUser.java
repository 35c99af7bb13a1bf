package io.aurorarestore.model.settings;

/**
 * An application role that every restored cluster gets.
 *
 * @param secret the Secrets Manager secret with its {@code username} and {@code password}; read, never changed
 */
public record DatabaseUser(String secret, Grant grant) {}
