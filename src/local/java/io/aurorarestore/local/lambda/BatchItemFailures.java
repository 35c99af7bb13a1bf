package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import java.util.HashSet;
import java.util.Set;

/**
 * What a function answers that reports which messages of a batch failed. An answer that says nothing ({@code null},
 * {@code {}}, no or an empty list) reports success; one that makes no sense reports that all failed.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Success and failure
 *     conditions</a>
 */
final class BatchItemFailures {

    private BatchItemFailures() {}

    /** @param batch the ids of all its messages */
    static Set<String> of(String answer, Set<String> batch) {
        try {
            Set<String> failed = reported(answer.isBlank() ? Json.object() : Json.read(answer));
            return batch.containsAll(failed) ? failed : batch;
        } catch (IllegalArgumentException e) {
            return batch;
        }
    }

    private static Set<String> reported(JsonNode answer) {
        JsonNode failures = answer.path("batchItemFailures");
        if ((!isNothing(answer) && !answer.isObject()) || (!isNothing(failures) && !failures.isArray())) {
            throw new IllegalArgumentException("neither an object nor null: " + answer);
        }
        Set<String> failed = new HashSet<>();
        failures.forEach(failure -> failed.add(failure.path("itemIdentifier").asText("")));
        return failed;
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }
}
