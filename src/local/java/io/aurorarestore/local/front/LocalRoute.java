package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers calls of one method and path under {@code /_local}. */
@FunctionalInterface
public interface LocalRoute {

    /**
     * @return the answer, sent with {@link #status()}
     * @throws IllegalArgumentException what is wrong with the call; answered with status 400
     * @throws AwsException what is wrong with it, answered with the status it has
     */
    JsonNode answer(LocalCall call);

    /** The HTTP status of a good answer. */
    default int status() {
        return 200;
    }

    /** One whose work goes on after its answer. */
    static LocalRoute goingOn(LocalRoute route) {
        return new LocalRoute() {
            @Override
            public JsonNode answer(LocalCall call) {
                return route.answer(call);
            }

            @Override
            public int status() {
                return 202;
            }
        };
    }
}
