package io.aurorarestore.bench;

import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.simulation.PortCalls.Call;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many HTTP requests to AWS the adapters make of a call of a port. Most make one; a list that fits one page counts as
 * one. What the database function reads of a secret is counted with its job.
 */
final class AwsRequests {

    /** By the handler that opens a restore: the profile, the transaction, the first wake-up. */
    static final int OPENING = 3;

    private AwsRequests() {}

    static int of(Call call) {
        return switch (call.port() + "." + call.method()) {
            case "Restores.overdue" -> 0; // the sweep's, which looks every five minutes in any case
            case "Aurora.snapshotsOf" -> 2; // its own, and AWS Backup's
            case "Aurora.othersAtWork" -> 2; // clusters, and snapshots
            case "Aurora.surroundings" ->
                surroundings((TargetDependencies.Query) call.arguments().get(0));
            case "MasterSecrets.stage" -> 3; // look, create or read, put
            case "MasterSecrets.activate" -> 3; // look, make current, unstage
            case "Database.readSecrets" -> 1; // the master secret: the profile measured names no user
            default -> 1;
        };
    }

    private static int surroundings(TargetDependencies.Query query) {
        int attached = query.target().isPresent() ? 3 : 0; // global clusters, proxies, blue/green deployments
        if (query.attachedOnly()) {
            return attached;
        }
        int endpoints = query.target().isPresent() ? 1 : 0;
        int groups = (int) Stream.of(query.subnetGroup(), query.clusterParameterGroup())
                        .filter(Optional::isPresent)
                        .count()
                + query.instanceParameterGroups().size();
        int offers = query.product()
                .map(product ->
                        1 + product.classes().size() + (product.certificates().isEmpty() ? 0 : 1))
                .orElse(0);
        int rooms = 1;
        int integrations = query.target().isPresent() ? 1 : 0;
        int scaling = query.target().isPresent() ? 1 : 0; // of Application Auto Scaling
        return attached + endpoints + groups + rooms + offers + integrations + scaling;
    }
}
