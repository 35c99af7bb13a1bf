package io.aurorarestore.json;

import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.text.PlainText;
import java.util.List;

/**
 * Gathers what is wrong with a JSON document, bounded in number and length: somebody has to read it, and it has to be
 * kept.
 */
record Violations(List<String> all) {

    private static final int MOST = 50;

    private static final int LONGEST_NAME = 64;

    void add(String what) {
        if (all.size() < MOST) {
            all.add(what);
        }
    }

    /** A field's name, which may be of any length where nobody asked for it. */
    static String named(String field) {
        return PlainText.shortened(field, LONGEST_NAME);
    }

    /** @throws RequestRejectedException with all of it, if anything was wrong */
    void refuse() {
        if (!all.isEmpty()) {
            throw new RequestRejectedException(FailureCode.INVALID_REQUEST, all);
        }
    }
}
