package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A call of one of the local AWS's own routes under {@code /_local}.
 *
 * @param query the URL's parameters
 * @param body the body as JSON, whatever its content type says; an empty object if there is none
 */
public record LocalCall(String method, String path, Form query, JsonNode body) {}
