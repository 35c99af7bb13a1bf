package io.aurorarestore.local.services.states;

/** A state fails, with one of the error names of the Amazon States Language. */
final class StatesError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;

    StatesError(String error, String cause) {
        super(cause);
        this.error = error;
    }

    Outcome outcome() {
        return Outcome.failure(error, getMessage());
    }
}
