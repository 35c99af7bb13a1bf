package io.aurorarestore.bench;

import io.aurorarestore.local.rds.Quotas;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What restores ask of AWS where nothing goes wrong, on virtual time, RDS taking as long as its users report. */
record Counts(
        Measured fresh,
        Measured swap,
        Measured deleteFirst,
        Measured eventsLost,
        Measured eventsLostKnown,
        Measured atQuota) {

    /**
     * What a fresh restore from another region cannot do without: see the table in docs/performance.md.
     */
    static final int IDEAL = 94;

    /** So many restores at once, of which five may copy. */
    static final int MANY = 100;

    private static final String TARGET = "orders-staging";

    static Counts measured() {
        return new Counts(
                fresh(Scenario.given()),
                replacing(ReplaceMode.SWAP),
                replacing(ReplaceMode.DELETE_FIRST),
                fresh(Scenario.givenNoRdsEvents()),
                fresh(Scenario.givenNoRdsEvents().usually(taken())),
                many());
    }

    /** What the steps of one that nothing disturbed took, as it is known to the fourth of its kind. */
    private static Map<StepName, Duration> taken() {
        Scenario scenario = Scenario.given();
        return ended(scenario, scenario.request()).progress().times().steps();
    }

    static Measured fresh(Scenario scenario) {
        ended(scenario, scenario.request());
        return new Measured(scenario, 1);
    }

    private static Measured replacing(ReplaceMode how) {
        Scenario scenario = Scenario.given().with(ClusterSettings.NONE);
        scenario.home.existing(TARGET);
        ended(scenario, scenario.replace(TARGET, how));
        return new Measured(scenario, 1);
    }

    private static Measured many() {
        Quotas roomForAll =
                new Quotas(3 * MANY, 3 * MANY, 3 * MANY, Quotas.defaults().copiesInProgress());
        Scenario scenario = Scenario.given(RdsOptions.defaults().withQuotas(roomForAll));
        List<RestoreId> ids = IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> scenario.replace("orders-" + number, ReplaceMode.REFUSE))
                .toList();
        ids.forEach(id -> ended(scenario, id));
        return new Measured(scenario, MANY);
    }

    private static Restore ended(Scenario scenario, RestoreId id) {
        Restore restore = scenario.afterwards(id);
        if (restore.status() != Status.SUCCEEDED) {
            throw new AssertionError("It was to succeed: " + restore);
        }
        return restore;
    }

    Map<String, Number> byName() {
        Map<String, Number> all = new LinkedHashMap<>();
        all.put("callsFresh", fresh.requests());
        all.put("callsFreshIdeal", IDEAL);
        all.put("callsSwap", swap.requests());
        all.put("callsDeleteFirst", deleteFirst.requests());
        all.put("callsAtQuota100", atQuota.requests());
        all.put("wruFresh", fresh.writeUnits());
        all.put("commitsFresh", fresh.commits());
        all.put("invocationsFresh", fresh.invocations());
        all.put("idleSeconds", fresh.idle().toSeconds());
        all.put("idleSecondsCopy", fresh.idleBefore("restoreCluster").toSeconds());
        all.put("idleSecondsEventsLost", eventsLost.idle().toSeconds());
        all.put("idleSecondsEventsLostKnown", eventsLostKnown.idle().toSeconds());
        return all;
    }

    /** For people. */
    String page() {
        String counts = byName().entrySet().stream()
                .map(one -> "| " + one.getKey() + " | " + one.getValue() + " |\n")
                .collect(Collectors.joining());
        String calls = fresh.byCall().entrySet().stream()
                .map(one -> "| " + one.getKey() + " | " + one.getValue() + " |\n")
                .collect(Collectors.joining());
        return "# What a restore asks of AWS\n\nCounted on virtual time; docs/performance.md says how.\n\n"
                + "| count | value |\n|---|---|\n" + counts
                + "\n## The requests of a fresh restore from another region, by the port that makes them\n\n"
                + "| call | requests |\n|---|---|\n| (opening) | " + AwsRequests.OPENING + " |\n" + calls;
    }
}
