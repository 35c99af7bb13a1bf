package io.aurorarestore.bench;

import io.aurorarestore.adapter.dynamodb.WriteUnits;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.simulation.CalmWorld;
import io.aurorarestore.simulation.PortCalls.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What each of the restores of a calm world has cost on average, from the request to the announcement of its end. */
record Measured(CalmWorld world, int restores) {

    private static final Set<String> ACTS = Set.of("AuroraControl", "DatabaseJobs", "Announcer");

    /** HTTP requests to AWS. */
    int requests() {
        return calls().stream().mapToInt(AwsRequests::of).sum() / restores + AwsRequests.OPENING;
    }

    int commits() {
        return transitions().size();
    }

    int writeUnits() {
        return transitions().stream().mapToInt(WriteUnits::of).sum();
    }

    int invocations() {
        return world.calls.invocations();
    }

    /** How long what was ready waited for the next act. */
    Duration idle() {
        return idle(call -> true);
    }

    /** The same before one kind of act. */
    Duration idleBefore(String method) {
        return idle(call -> call.method().equals(method));
    }

    private Duration idle(Predicate<Call> wanted) {
        List<Call> acts =
                calls().stream().filter(call -> ACTS.contains(call.port())).toList();
        return IdleTime.of(acts, Call::at, wanted, world.calls.news());
    }

    private List<Transition> transitions() {
        return calls().stream()
                .filter(call -> call.method().equals("commit"))
                .map(call -> (Transition) call.arguments().get(0))
                .toList();
    }

    /** Requests by the call of the port that makes them. */
    Map<String, Integer> byCall() {
        return calls().stream()
                .collect(Collectors.toMap(
                        call -> call.port() + "." + call.method(), AwsRequests::of, Integer::sum, TreeMap::new));
    }

    /** Each request in its order, under the message that it was made for. */
    String inOrder() {
        StringBuilder text = new StringBuilder();
        String because = "";
        for (Call call : calls()) {
            if (!call.because().equals(because)) {
                because = call.because();
                text.append("\n").append(call.at()).append(' ').append(because).append('\n');
            }
            text.append("    ")
                    .append(AwsRequests.of(call))
                    .append(' ')
                    .append(call.described())
                    .append('\n');
        }
        return text.toString();
    }

    private List<Call> calls() {
        return world.calls.all();
    }
}
