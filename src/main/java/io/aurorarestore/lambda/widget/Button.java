package io.aurorarestore.lambda.widget;

import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.EnumText;
import java.util.Optional;
import java.util.stream.Stream;

/** The buttons that operate on a restore: what each is for, what it asks first, and what it says then. */
enum Button {
    CANCEL(
            Operation.CANCEL,
            "Cancel",
            "Cancel the restore of {target}? All that it did is undone.",
            "It is cancelled: all that it did is undone."),
    KEEP(
            Operation.CANCEL,
            "Keep",
            "Keep {old}? It is not deleted any more, and costs what a cluster costs.",
            "It is kept."),
    RESUME(
            Operation.RESUME,
            "Resume",
            "Resume the restore of {target}? It tries step {step} again.",
            "It goes on from where it failed."),
    DELETE(Operation.RETIRE, "Delete now", "Delete {old} now? That cannot be undone.", "It is deleted now.");

    private final Operation operation;
    private final String label;
    private final String question;
    private final String answer;

    Button(Operation operation, String label, String question, String answer) {
        this.operation = operation;
        this.label = label;
        this.question = question;
        this.answer = answer;
    }

    /** The one for an operation on this restore, if there is one. */
    static Stream<Button> of(Operation operation, Restore restore) {
        return Stream.of(values())
                .filter(one -> one.operation == operation)
                .filter(one -> one != (restore.retires() ? CANCEL : KEEP));
    }

    static Optional<Button> named(String name) {
        return Stream.of(values()).filter(one -> one.code().equals(name)).findFirst();
    }

    /** As calls name it. */
    String code() {
        return EnumText.of(this);
    }

    Operation operation() {
        return operation;
    }

    String label() {
        return label;
    }

    String question(Restore restore) {
        return question.replace("{target}", restore.target())
                .replace("{old}", restore.names().setAside())
                .replace("{step}", restore.step().label());
    }

    String answer() {
        return answer;
    }
}
