package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers calls of one method and path under {@code /_local}. */
@FunctionalInterface
public interface LocalRoute {

    /**
     * @return the answer, sent with status 200
     * @throws IllegalArgumentException what is wrong with the call; answered with status 400
     */
    JsonNode answer(LocalCall call);
}
