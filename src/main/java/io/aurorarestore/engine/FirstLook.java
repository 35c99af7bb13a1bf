package io.aurorarestore.engine;

import io.aurorarestore.model.history.Expected;
import java.time.Duration;

/** When one looks first at what ends its step, where it is known what the step took in earlier restores. */
public enum FirstLook {
    /** It does not count: the step does more than that, or shows how far it is. */
    AS_THE_TABLE_SAYS,

    /** An event tells that it is done: by then it was three times out of four. */
    AFTER_ITS_EVENT,

    /** Nobody may serve meanwhile: as after an event, but never twice as late as the table says. */
    WATCHFULLY,

    /** It reports its end, and is sent again where it was lost: that is not put off for long. */
    AFTER_ITS_REPORT;

    /** @param table when it is without history */
    Duration at(Duration table, Expected usual) {
        return switch (this) {
            case AS_THE_TABLE_SAYS -> table;
            case AFTER_ITS_EVENT -> usual.high();
            case WATCHFULLY -> shorter(usual.high(), table.multipliedBy(2));
            case AFTER_ITS_REPORT -> shorter(usual.high(), Pace.LONGEST);
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
