package io.aurorarestore.simulation;

/** A service did not answer; the message that led here has to come again. */
final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unavailable(String what) {
        super(what + " did not answer", null, false, false);
    }
}
