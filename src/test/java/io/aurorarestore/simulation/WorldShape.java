package io.aurorarestore.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What kinds of trouble a world has, and how much of each. Every world has another mix, and many kinds are missing from
 * it: where everything fails at once, little of interest is ever reached.
 *
 * @param restores how many are asked for
 * @param trouble how long faults go on
 * @param kinds what else is done, and how often; drawn apart, so that a kind more leaves the rest as it was
 * @param jitter whether what RDS does takes sometimes half, sometimes twice its time
 */
record WorldShape(
        Calls calls,
        Messages messages,
        Meddling meddling,
        int restores,
        Duration trouble,
        boolean jitter,
        Map<DisturbanceKind, Integer> kinds) {

    /**
     * Of a call, each a probability.
     *
     * @param crash the process dies, the call sent or not
     * @param frozen the process stands still with the call on its way
     * @param refused throttled, or a fault that passes
     * @param unanswered it takes effect, but the caller's time limit runs out first
     * @param denied refused for good; only what changes RDS
     * @param stale a Describe answers as things were a while ago
     * @param staleness how long ago at most
     */
    record Calls(
            double crash,
            double frozen,
            double refused,
            double unanswered,
            double denied,
            double stale,
            Duration staleness) {}

    /**
     * Of a message, each a probability.
     *
     * @param dead it ends in the dead letters
     * @param copies how often each comes in any case
     * @param job how long one for the database function waits in any case
     * @param event how long one of RDS's events is on its way in any case
     */
    record Messages(
            double eventLost,
            double eventAgain,
            double eventLate,
            double foreign,
            double again,
            double wakeUpLost,
            double dead,
            int copies,
            Duration job,
            Duration event) {}

    /**
     * What others do; a number is how often.
     *
     * @param rumours events that say what did not happen, or happened to another that had the name before
     * @param doomed probability that RDS accepts something that then fails
     * @param jobFails probability that a database job cannot do its work
     * @param outages how often no function runs for a while
     */
    record Meddling(
            int strangers,
            int removals,
            int operations,
            int rumours,
            int requestsAgain,
            double doomed,
            double jobFails,
            int outages) {}

    int times(DisturbanceKind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    boolean has(DisturbanceKind kind) {
        return kinds.containsKey(kind);
    }

    static WorldShape draw(Chance chance, Chance others, Chance apart, Set<DisturbanceKind> possible) {
        boolean calm = chance.of(0.08);
        return new WorldShape(
                calls(chance, calm),
                messages(chance, calm),
                meddling(chance, calm),
                1 + (chance.of(0.4) ? chance.below(4) : 0),
                chance.between(Duration.ofMinutes(30), Duration.ofHours(3)),
                chance.of(0.5),
                kinds(others, apart, calm, possible));
    }

    /** Each is drawn, possible or not, so that it is the same beside others. */
    private static Map<DisturbanceKind, Integer> kinds(
            Chance others, Chance apart, boolean calm, Set<DisturbanceKind> possible) {
        Map<DisturbanceKind, Integer> kinds = new EnumMap<>(DisturbanceKind.class);
        double share = 0.5 * others.share();
        for (DisturbanceKind kind : DisturbanceKind.values()) {
            Chance chance = kind.isApart() ? apart : others;
            int times = kind.isRule() ? 1 : 1 + chance.below(kind.most());
            boolean drawn = kind.isRule() || (chance.of(share) && !calm);
            if (drawn && possible.contains(kind)) {
                kinds.put(kind, times);
            }
        }
        return kinds;
    }

    private static Calls calls(Chance chance, boolean calm) {
        return new Calls(
                rate(chance, calm, 0.05),
                rate(chance, calm, 0.03),
                rate(chance, calm, 0.2),
                rate(chance, calm, 0.05),
                rate(chance, calm, 0.05),
                rate(chance, calm, 0.5),
                chance.upTo(Duration.ofSeconds(30)));
    }

    private static Messages messages(Chance chance, boolean calm) {
        return new Messages(
                rate(chance, calm, 1),
                rate(chance, calm, 0.5),
                rate(chance, calm, 0.5),
                rate(chance, calm, 0.5),
                rate(chance, calm, 0.3),
                rate(chance, calm, 0.2),
                rate(chance, calm, 0.1),
                1,
                Duration.ZERO,
                Duration.ZERO);
    }

    private static Meddling meddling(Chance chance, boolean calm) {
        return new Meddling(
                times(chance, calm, 3),
                times(chance, calm, 2),
                times(chance, calm, 8),
                times(chance, calm, 60),
                times(chance, calm, 3),
                rate(chance, calm, 0.1),
                rate(chance, calm, 0.3),
                times(chance, calm, 2));
    }

    /** More often a little than much. */
    private static double rate(Chance chance, boolean calm, double most) {
        double share = chance.share();
        return chance.of(0.35) && !calm ? most * share * share : 0;
    }

    private static int times(Chance chance, boolean calm, int most) {
        int times = 1 + chance.below(most);
        return chance.of(0.3) && !calm ? times : 0;
    }
}
