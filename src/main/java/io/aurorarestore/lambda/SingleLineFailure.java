package io.aurorarestore.lambda;

import io.aurorarestore.model.text.PlainText;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wraps a failure for the log, so that each of its messages is one line. */
final class SingleLineFailure extends Throwable {

    private static final long serialVersionUID = 1L;

    private final String description;

    private SingleLineFailure(Throwable failure, @Nullable Throwable cause) {
        super(null, cause, true, true);
        this.description = PlainText.visible(failure.toString());
        setStackTrace(failure.getStackTrace());
    }

    static @Nullable Throwable of(@Nullable Throwable failure) {
        return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Each once: a failure may be among its own causes. Answers null for none. */
    private static @Nullable SingleLineFailure of(@Nullable Throwable failure, Set<Throwable> known) {
        if (failure == null || !known.add(failure)) {
            return null;
        }
        SingleLineFailure plain = new SingleLineFailure(failure, of(failure.getCause(), known));
        for (Throwable suppressed : failure.getSuppressed()) {
            SingleLineFailure one = of(suppressed, known);
            if (one != null) {
                plain.addSuppressed(one);
            }
        }
        return plain;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // a stack trace begins with it
    public String toString() {
        return description;
    }
}
