package io.aurorarestore.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the functions of a calm world have asked of the services, and when there was something new for them to see. */
public final class PortCalls {

    /** One call, whatever came of it. */
    public record Call(Instant at, String port, String method, List<Object> arguments) {

        @Override
        public String toString() {
            return at + " " + port + "." + method + " " + arguments;
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final List<Instant> news = new ArrayList<>();
    private int invocations;

    void called(Instant at, Class<?> port, String method, Object @Nullable [] arguments) {
        calls.add(new Call(
                at,
                port.getSimpleName(),
                method,
                arguments == null ? List.of() : List.copyOf(Arrays.asList(arguments))));
        if ("JobResults.write".equals(port.getSimpleName() + "." + method)) {
            changed(at);
        }
    }

    /** Something is otherwise than it was. */
    void changed(Instant at) {
        news.add(at);
    }

    void invoked() {
        invocations++;
    }

    public List<Call> all() {
        return List.copyOf(calls);
    }

    /** When RDS was done with something, or a job of the database function was. */
    public List<Instant> news() {
        return List.copyOf(news);
    }

    /** Of either function that is behind a queue. */
    public int invocations() {
        return invocations;
    }
}
