package io.aurorarestore.model.text;

/** Holds a text that must never be seen in a log: it does not print itself. */
public record Sensitive(String reveal) {

    @Override
    public String toString() {
        return "(hidden)";
    }
}
