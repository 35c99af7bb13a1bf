package io.aurorarestore.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A message of the service to itself, as it stands in a queue. Exactly one part is present.
 *
 * @param wakeUp to {@code inbox}: look at a restore again
 * @param job to {@code database}: work on a restored database
 * @param report to {@code inbox}: something came of a job
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueMessage(
        @Nullable WakeUp wakeUp,
        @Nullable Job job,
        @Nullable Report report) {

    /** @param chain see {@code Turn} */
    @RegisterForReflection
    public record WakeUp(@Nullable String restoreId, long chain) {}

    @RegisterForReflection
    public record Job(@Nullable String restoreId, @Nullable String step, int attempt, int run) {}

    /** What an earlier version said besides is passed over: a message is believed nothing. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Report(@Nullable Job job) {}
}
