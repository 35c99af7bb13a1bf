package io.aurorarestore.adapter.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One write of a DynamoDB transaction, with what its condition protects.
 *
 * @param guard what its condition protects, so that it is known what failed
 */
record ConditionalWrite(TransactWriteItem write, Guard guard) {

    /** What stands against a transaction when the condition of a write does not hold. */
    enum Guard {
        /** Somebody else committed first. */
        VERSION,
        /** The restore is known. */
        NEW_RESTORE,
        TARGET_LOCK,
        SECRET_LOCK,
        /** The key was refused before. */
        NOT_REFUSED,
        /** An audit entry has the number. */
        ENTRY,
        /** The operation was done before. */
        OPERATION,
        /** The retirement is known. */
        RETIREMENT,
        /** Others joined the restores that an ARN concerns, or left them. */
        ARN,
        /** It has no condition. */
        NONE
    }
}
