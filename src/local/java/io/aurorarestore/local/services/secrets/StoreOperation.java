package io.aurorarestore.local.services.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation on a region's secrets. */
@FunctionalInterface
interface StoreOperation {

    JsonNode answer(SecretStore store, ObjectNode input);
}
