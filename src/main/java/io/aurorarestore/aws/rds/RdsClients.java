package io.aurorarestore.aws.rds;

import io.aurorarestore.restore.Home;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.RdsAsyncClient;

/** One client a region, kept: the home region's is the extension's, a source region's is built when it is first used. */
@ApplicationScoped
class RdsClients {

    private static final Duration CALL = Duration.ofSeconds(15);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final Home home;
    private final RdsAsyncClient athome;
    private final Map<String, RdsAsyncClient> elsewhere = new ConcurrentHashMap<>();

    RdsClients(Home home, RdsAsyncClient athome) {
        this.home = home;
        this.athome = athome;
    }

    Home home() {
        return home;
    }

    /** Calls RDS at home; a failure is a {@code CallFailed}. */
    <T> Uni<T> call(Function<RdsAsyncClient, CompletionStage<T>> call) {
        return call(home.region(), call);
    }

    <T> Uni<T> call(String region, Function<RdsAsyncClient, CompletionStage<T>> call) {
        return Uni.createFrom()
                .completionStage(() -> call.apply(client(region)))
                .onFailure()
                .transform(RdsErrors::classify);
    }

    private RdsAsyncClient client(String region) {
        return region.equals(home.region()) ? athome : elsewhere.computeIfAbsent(region, RdsClients::build);
    }

    private static RdsAsyncClient build(String region) {
        return RdsAsyncClient.builder()
                .region(Region.of(region))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder())
                .overrideConfiguration(limits -> limits.apiCallTimeout(CALL).apiCallAttemptTimeout(ATTEMPT))
                .build();
    }

    @PreDestroy
    void close() {
        elsewhere.values().forEach(RdsAsyncClient::close);
    }
}
