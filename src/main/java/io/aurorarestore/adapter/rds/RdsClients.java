package io.aurorarestore.adapter.rds;

import io.aurorarestore.adapter.ErrorWords;
import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.adapter.SharedTransport;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Partition;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import io.aurorarestore.port.CallTally;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.RdsAsyncClient;

/**
 * Provides the RDS client of a region: the home region's is the extension's, a source region's is built when it is
 * first used.
 */
@ApplicationScoped
class RdsClients {

    private static final String SERVICE = "rds";
    private static final Duration CALL = Duration.ofSeconds(15);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final Home home;
    private final RdsAsyncClient athome;
    private final RegionClients elsewhere;

    RdsClients(Home home, RdsAsyncClient athome, SharedTransport transport) {
        this.home = home;
        this.athome = athome;
        this.elsewhere = new RegionClients(region -> transport.client(RdsAsyncClient.builder(), region, CALL, ATTEMPT));
    }

    Home home() {
        return home;
    }

    /**
     * Calls RDS at home; a failure is a {@code CallFailedException}.
     *
     * @param operation as AWS names it
     */
    <T> Uni<T> call(String operation, Function<RdsAsyncClient, CompletionStage<T>> call) {
        return CallTally.counted(SERVICE, operation, () -> call.apply(athome))
                .onFailure()
                .transform(RdsErrors::classify);
    }

    /** Calls RDS in any region that there may be. */
    <T> Uni<T> call(String region, String operation, Function<RdsAsyncClient, CompletionStage<T>> call) {
        if (region.equals(home.region())) {
            return call(operation, call);
        }
        return home.mayKnow(region)
                ? CallTally.counted(SERVICE, operation, () -> elsewhere.call(region, call))
                        .onFailure()
                        .transform(failure -> classify(region, failure))
                : Uni.createFrom().failure(unknown(region));
    }

    private CallFailedException unknown(String region) {
        return Partition.of(region)
                .map(other -> new CallFailedException(
                        Kind.FATAL,
                        FailureCode.SNAPSHOT_NOT_FOUND,
                        "Region " + region + " is in partition " + other.id() + ", this service in "
                                + home.partition().id() + ": nothing is read or copied from one into the other."))
                .orElseGet(() -> new CallFailedException(
                        Kind.FATAL, FailureCode.INVALID_REQUEST, region + " is no region that this service knows."));
    }

    /** A region that does not answer may not be there at all. */
    private static CallFailedException classify(String region, Throwable failure) {
        return ServiceErrors.isUnanswered(failure)
                ? new CallFailedException(
                                Kind.UNANSWERED,
                                FailureCode.REGION_UNREACHABLE,
                                "RDS in region " + region + " does not answer.")
                        .saidByAws(ErrorWords.NO_ANSWER)
                : RdsErrors.classify(failure);
    }

    @PreDestroy
    void close() {
        elsewhere.close();
    }
}
