package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.text.EnumText;

/** Where a step of a restore stands, with the mark that a path shows for it: 14 by 14, the text beside it says it too. */
enum StepState {
    DONE("done", "<circle class=\"full\" cx=\"7\" cy=\"7\" r=\"6\"/><path class=\"on\" d=\"M4 7l2 2 4-4\"/>"),
    NOW("it is here", "<circle cx=\"7\" cy=\"7\" r=\"6\"/><circle class=\"full\" cx=\"7\" cy=\"7\" r=\"2.5\"/>"),
    OPEN("to come", "<circle cx=\"7\" cy=\"7\" r=\"6\"/>"),
    SKIPPED("skipped", "<circle cx=\"7\" cy=\"7\" r=\"6\"/><path d=\"M4.5 7h5\"/>"),
    TO_UNDO("done, and to be undone", "<circle cx=\"7\" cy=\"7\" r=\"6\"/><path d=\"M4 7l2 2 4-4\"/>"),
    UNDOING("being undone", "<circle cx=\"7\" cy=\"7\" r=\"6\"/><path d=\"M10 7H4.5M7 4.5L4.5 7 7 9.5\"/>"),
    UNDONE(
            "undone",
            "<circle class=\"full\" cx=\"7\" cy=\"7\" r=\"6\"/><path class=\"on\" d=\"M10 7H4.5M7 4.5L4.5 7 7 9.5\"/>"),
    FAILED("failed", "<circle class=\"full\" cx=\"7\" cy=\"7\" r=\"6\"/><path class=\"on\" d=\"M5 5l4 4M9 5l-4 4\"/>");

    private final String words;
    private final String drawn;

    StepState(String words, String drawn) {
        this.words = words;
        this.drawn = drawn;
    }

    static StepState of(AuditAction end) {
        return switch (end) {
            case SKIPPED -> SKIPPED;
            case UNDONE -> UNDONE;
            case FAILED -> FAILED;
            default -> DONE;
        };
    }

    String words() {
        return words;
    }

    /** For the style sheet. */
    String style() {
        return EnumText.of(this);
    }

    String mark() {
        return "<svg viewBox=\"0 0 14 14\" aria-hidden=\"true\">" + drawn + "</svg>";
    }
}
