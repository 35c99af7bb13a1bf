package io.aurorarestore.aws;

import io.aurorarestore.restore.Home;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;

/** The clients whose Quarkus extension does not resolve; each is built when it is first used. */
class PlainClients {

    /** Telling may take less time than working. */
    private static final Duration CALL = Duration.ofSeconds(10);

    private static final Duration ATTEMPT = Duration.ofSeconds(4);

    @Produces
    @ApplicationScoped
    EventBridgeAsyncClient eventBridge(Home home) {
        return built(EventBridgeAsyncClient.builder(), home);
    }

    @Produces
    @ApplicationScoped
    SfnAsyncClient stepFunctions(Home home) {
        return built(SfnAsyncClient.builder(), home);
    }

    private static <B extends AwsAsyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C built(B builder, Home home) {
        return builder.region(Region.of(home.region()))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder())
                .overrideConfiguration(limits -> limits.apiCallTimeout(CALL).apiCallAttemptTimeout(ATTEMPT))
                .build();
    }

    void close(@Disposes EventBridgeAsyncClient client) {
        client.close();
    }

    void close(@Disposes SfnAsyncClient client) {
        client.close();
    }
}
