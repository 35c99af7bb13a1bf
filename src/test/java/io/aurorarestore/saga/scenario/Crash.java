package io.aurorarestore.saga.scenario;

/** The function's process dies here. */
final class Crash extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
