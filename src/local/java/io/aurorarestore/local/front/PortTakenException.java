package io.aurorarestore.local.front;

/** A port the local AWS wants cannot be had; the message names it and the option that chooses another. */
public final class PortTakenException extends RuntimeException {

    public PortTakenException(int port, String option, Throwable cause) {
        super(
                "Port %d cannot be used (%s). Choose another with %s=PORT".formatted(port, cause.getMessage(), option),
                cause);
    }
}
