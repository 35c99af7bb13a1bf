package io.aurorarestore.engine;

import io.aurorarestore.model.history.Expected;
import java.time.Duration;
import java.util.function.BinaryOperator;

/** When one looks first at what ends its step, where it is known what the step took in earlier restores. */
public enum FirstLook {
    /** It does not count: the step does more than that, or shows how far it is. */
    AS_THE_TABLE_SAYS((table, usual) -> table),

    /** An event tells that it is done: by then it was three times out of four. */
    AFTER_ITS_EVENT((table, usual) -> usual.high()),

    /** Nobody may serve meanwhile: as after an event, but never twice as late as the table says. */
    WATCHFULLY((table, usual) -> shorter(usual.high(), table.multipliedBy(2))),

    /** It reports its end, and is sent again where it was lost: that is not put off for long. */
    AFTER_ITS_REPORT((table, usual) -> shorter(usual.high(), Pace.LONGEST));

    private interface Rule {
        Duration first(Duration table, Expected usual);
    }

    private final Rule rule;

    FirstLook(Rule rule) {
        this.rule = rule;
    }

    /** @param table when it is without history */
    Duration at(Duration table, Expected usual) {
        return rule.first(table, usual);
    }

    private static Duration shorter(Duration one, Duration other) {
        return BinaryOperator.<Duration>minBy(Duration::compareTo).apply(one, other);
    }
}
