package io.aurorarestore.restore;

/**
 * Work for the function that may talk to the restored database. It names the restore's step only: what to do is read
 * from the restore itself, so that a forged or late message can do no harm.
 */
public record DatabaseJob(RestoreId restore, StepName step, int attempt) {}
