package io.aurorarestore.simulation;

import io.aurorarestore.model.RestoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the functions of a calm world have asked of the services, and when there was something new for them to see. */
public final class PortCalls {

    /**
     * One call, whatever came of it.
     *
     * @param restore for which it was made, where that was known already
     * @param because the message that it was made for
     */
    public record Call(
            Instant at,
            Optional<RestoreId> restore,
            String because,
            String port,
            String method,
            List<Object> arguments) {

        /** In a few words. */
        public String described() {
            return port + "." + method + " " + CallText.of(arguments);
        }

        @Override
        public String toString() {
            return at + " " + port + "." + method + " " + arguments;
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private Consumer<Call> heard = calls::add;
    private final List<Instant> news = new ArrayList<>();
    private int invocations;

    void called(
            Instant at,
            Optional<RestoreId> restore,
            String because,
            Class<?> port,
            String method,
            Object @Nullable [] arguments) {
        heard.accept(new Call(
                at,
                restore,
                because,
                port.getSimpleName(),
                method,
                arguments == null ? List.of() : List.copyOf(Arrays.asList(arguments))));
        if ("JobResults.write".equals(port.getSimpleName() + "." + method)) {
            changed(at);
        }
    }

    /** Has each call told to somebody from now on, instead of keeping it: many restores make very many. */
    public void tell(Consumer<Call> listener) {
        heard = listener;
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
