package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills the tables of what a restore asked of AWS, by its audit trail: each act with its calls, and all calls by operation. */
record AwsCalls(List<AuditEntry> trail) {

    private static final Pattern LOOK = Pattern.compile("[^:]*:(?:Describe|Get|List)\\w*");

    /** An act is written down before it is done: how it was, a later entry knows. */
    List<Map<String, String>> acts() {
        List<Map<String, String>> acts = new ArrayList<>();
        for (int at = 0; at < trail.size(); at++) {
            AuditEntry entry = trail.get(at);
            if (isAct(entry)) {
                acts.add(RestoreTables.entry(entry, changes(after(at))));
            }
        }
        return acts;
    }

    /** The first calls noted since, at the latest with the next act: what people and hooks did meanwhile notes none. */
    private Map<String, Integer> after(int act) {
        for (AuditEntry entry : trail.subList(act + 1, trail.size())) {
            if (!entry.calls().isEmpty() || isAct(entry)) {
                return entry.calls();
            }
        }
        return Map.of();
    }

    private static boolean isAct(AuditEntry entry) {
        return entry.what().equals(AuditAction.ACTS.code());
    }

    private static String changes(Map<String, Integer> calls) {
        return new TreeMap<>(calls)
                .entrySet().stream()
                        .filter(one -> !isLook(one.getKey()))
                        .map(one ->
                                one.getValue() == 1 ? one.getKey() : one.getKey() + ", " + one.getValue() + " times")
                        .collect(Collectors.joining("; "));
    }

    private static boolean isLook(String call) {
        return LOOK.matcher(call).matches();
    }

    /** What changed something first. */
    List<Map<String, String>> counts() {
        Map<String, Integer> all = new TreeMap<>();
        trail.forEach(entry -> entry.calls().forEach((call, times) -> all.merge(call, times, Integer::sum)));
        List<Map<String, String>> counts = new ArrayList<>();
        for (boolean looks : new boolean[] {false, true}) {
            all.forEach((call, times) -> {
                if (isLook(call) == looks) {
                    counts.add(Map.of("call", call, "times", times.toString(), "does", looks ? "looks" : "changes"));
                }
            });
        }
        return counts;
    }
}
