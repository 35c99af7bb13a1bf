package io.aurorarestore.restore;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is told of a restore, and what is still to be told.
 *
 * @param news the last change that was told on the way, empty if none was
 * @param awaiting who still has to hear of its end
 */
public record Outbox(String news, Set<Audience> awaiting) {

    public static final Outbox EMPTY = new Outbox("", Set.of());

    public Outbox {
        Set<Audience> inOrder = EnumSet.noneOf(Audience.class);
        inOrder.addAll(awaiting);
        awaiting = Collections.unmodifiableSet(inOrder);
    }

    /** The end is to be told. */
    public Outbox to(Set<Audience> audience) {
        return new Outbox(news, audience);
    }

    public Outbox alsoTo(Audience one) {
        Set<Audience> all = EnumSet.of(one);
        all.addAll(awaiting);
        return to(all);
    }

    public Outbox told(Set<Audience> some) {
        Set<Audience> left = EnumSet.noneOf(Audience.class);
        left.addAll(awaiting);
        left.removeAll(some);
        return to(left);
    }

    public Outbox telling(String latest) {
        return new Outbox(latest, awaiting);
    }
}
