package io.aurorarestore.local.iam;

import io.aurorarestore.local.services.Aws;
import java.util.List;
import java.util.Optional;

/**
 * A role as a function has assumed it.
 *
 * @param session the function's name
 */
public record Role(String name, String session, List<Statement> statements) {

    /** Why it may not, in AWS's words; empty if it may. What no statement permits is denied. */
    Optional<String> refusal(Permission wanted) {
        if (statements.stream().anyMatch(one -> one.denies(wanted))) {
            return Optional.of(refused(wanted) + " with an explicit deny in an identity-based policy");
        }
        return statements.stream().anyMatch(one -> one.permits(wanted))
                ? Optional.empty()
                : Optional.of(refused(wanted) + " because no identity-based policy allows the " + wanted.action()
                        + " action");
    }

    private String refused(Permission wanted) {
        return "User: arn:aws:sts::" + Aws.ACCOUNT + ":assumed-role/" + name + "/" + session
                + " is not authorized to perform: " + wanted.action() + " on resource: " + wanted.resource();
    }
}
