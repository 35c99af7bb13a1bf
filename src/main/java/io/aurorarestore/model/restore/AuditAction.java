package io.aurorarestore.model.restore;

/** The kinds of audit entry, each with the code under which it stands in the audit table: it never changes. */
public enum AuditAction {
    OPENED("opened"),
    /** A command is about to be carried out. */
    ACTS("acts"),
    DONE("done"),
    SKIPPED("skipped"),
    FAILED("failed"),
    /** A step is undone. */
    UNDONE("undone"),
    CANCELLED("cancelled"),
    ANNOUNCED("announced"),
    CANCEL_REQUESTED("cancel requested"),
    RESUMED("resumed"),
    ABANDONED("abandoned"),
    HOOK_ANSWERED("hook answered"),
    /** The restore goes on after one. */
    HOOK_DONE("hook done"),
    /** A hook was told that nobody waits for it any more. */
    HOOK_CANCELLED("hook cancelled"),
    RETIRE_REQUESTED("retire requested"),
    DRY_RUN("dry run");

    private final String code;

    AuditAction(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
