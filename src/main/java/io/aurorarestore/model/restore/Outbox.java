package io.aurorarestore.model.restore;

import io.aurorarestore.model.text.Sensitive;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who has been told of a restore, and who has still to be told.
 *
 * @param news the last change that was told on the way, empty if none was
 * @param awaiting who still has to hear of its end
 * @param taskTokens of the Step Functions executions that wait for the end, the latest last; none once they were told
 */
public record Outbox(String news, Set<Audience> awaiting, List<Sensitive> taskTokens) {

    public static final Outbox EMPTY = new Outbox("", Set.of(), List.of());

    /** An execution waits no longer than a few others of the same request have come after it. */
    private static final int MOST_TOKENS = 5;

    public Outbox {
        Set<Audience> inOrder = EnumSet.noneOf(Audience.class);
        inOrder.addAll(awaiting);
        awaiting = Collections.unmodifiableSet(inOrder);
        taskTokens = List.copyOf(taskTokens);
    }

    /** The end is to be told. */
    public Outbox to(Set<Audience> audience) {
        return new Outbox(news, audience, taskTokens);
    }

    public Outbox alsoTo(Audience one) {
        Set<Audience> all = EnumSet.of(one);
        all.addAll(awaiting);
        return to(all);
    }

    /** A token is a secret: it is kept no longer than needed. */
    public Outbox told(Set<Audience> some) {
        Set<Audience> left = EnumSet.noneOf(Audience.class);
        left.addAll(awaiting);
        left.removeAll(some);
        return new Outbox(news, left, some.contains(Audience.WORKFLOW) ? List.of() : taskTokens);
    }

    public Outbox telling(String latest) {
        return new Outbox(latest, awaiting, taskTokens);
    }

    /** An execution waits for the end from now on. */
    public Outbox awaitedBy(Sensitive token) {
        List<Sensitive> all =
                Stream.concat(taskTokens.stream(), Stream.of(token)).toList();
        return new Outbox(news, awaiting, all.subList(Math.max(0, all.size() - MOST_TOKENS), all.size()));
    }
}
