package io.aurorarestore.adapter.dynamodb.stored;

/** Thrown where what is stored has a constant that this version does not know: a later one wrote it. */
final class UnknownConstantException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownConstantException(Class<?> constants) {
        super(constants.getSimpleName());
    }
}
