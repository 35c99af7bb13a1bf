package io.aurorarestore.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A message of the service to itself, as it stands in a queue. Exactly one part is present.
 *
 * @param wakeUp to {@code inbox}: look at a restore again
 * @param job to {@code database}: work on a restored database
 * @param report to {@code inbox}: what came of a job
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(WakeUp wakeUp, Job job, Report report) {

    /** @param chain see {@code Turn} */
    @RegisterForReflection
    public record WakeUp(String restoreId, long chain) {}

    @RegisterForReflection
    public record Job(String restoreId, String step, int attempt) {}

    /** @param code empty unless the job failed */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(Job job, String outcome, String detail, String code) {}
}
