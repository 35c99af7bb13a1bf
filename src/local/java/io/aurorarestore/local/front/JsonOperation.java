package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of a service that speaks AWS's JSON protocol. */
@FunctionalInterface
public interface JsonOperation {

    /** @throws AwsException the operation's own errors */
    JsonNode answer(String region, ObjectNode input);
}
