package io.aurorarestore.adapter.dynamodb.stored;

/**
 * Thrown where a stored item is not what a version of the service writes. The message names the field, and quotes
 * nothing.
 */
final class CorruptItemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CorruptItemException(String field) {
        super(field);
    }

    CorruptItemException(String field, Throwable cause) {
        super(field, cause);
    }
}
