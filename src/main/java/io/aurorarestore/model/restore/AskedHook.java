package io.aurorarestore.model.restore;

import io.aurorarestore.model.text.PlainText;
import java.time.Instant;
import java.util.Optional;

/**
 * A hook that was asked for, and what came of it.
 *
 * @param askedAt when it was first about to be
 * @param percent how far it is, if it says so
 * @param heardAt when it last said anything
 * @param message of its answer, in its own words
 */
public record AskedHook(
        HookId id, Instant askedAt, State state, Optional<Integer> percent, Optional<Instant> heardAt, String message) {

    /** What became of it. */
    public enum State {
        /** Not answered yet. */
        ASKED,
        SUCCEEDED,
        FAILED,
        /** It was told that nobody waits for it any more. */
        CANCELLED
    }

    /** In characters: an audit entry and messages tell it. */
    private static final int LONGEST_MESSAGE = 1000;

    /** Whoever answers may write what they like. */
    public AskedHook {
        message = PlainText.shortened(PlainText.visible(message), LONGEST_MESSAGE);
    }

    /** About to be asked. */
    public static AskedHook at(HookId id, Instant now) {
        return new AskedHook(id, now, State.ASKED, Optional.empty(), Optional.empty(), "");
    }

    public String name() {
        return id.hook();
    }

    public boolean unanswered() {
        return state == State.ASKED;
    }

    public AskedHook at(Optional<Integer> done, Instant now) {
        return new AskedHook(id, askedAt, state, done, Optional.of(now), message);
    }

    public AskedHook answered(State outcome, String words, Instant now) {
        return new AskedHook(id, askedAt, outcome, percent, Optional.of(now), words);
    }

    public AskedHook cancelled() {
        return new AskedHook(id, askedAt, State.CANCELLED, percent, heardAt, message);
    }

    /** What it answered, in its own words if it used any. */
    public String said(String otherwise) {
        return message.isBlank() ? otherwise : message;
    }
}
