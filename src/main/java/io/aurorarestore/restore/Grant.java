package io.aurorarestore.restore;

/** What an application role may do in the restored database. */
public enum Grant {
    READ_ONLY,
    READ_WRITE
}
