package io.aurorarestore.adapter;

import io.aurorarestore.model.aws.Home;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingAsyncClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;

/** Builds the SDK clients that no Quarkus extension can be had for, each when it is first used. */
class PlainClients {

    /** Telling may take less time than working. */
    private static final Duration CALL = Duration.ofSeconds(10);

    private static final Duration ATTEMPT = Duration.ofSeconds(4);

    @Produces
    @ApplicationScoped
    EventBridgeAsyncClient eventBridge(Home home, SharedTransport transport) {
        return transport.client(EventBridgeAsyncClient.builder(), home.region(), CALL, ATTEMPT);
    }

    @Produces
    @ApplicationScoped
    SfnAsyncClient stepFunctions(Home home, SharedTransport transport) {
        return transport.client(SfnAsyncClient.builder(), home.region(), CALL, ATTEMPT);
    }

    @Produces
    @ApplicationScoped
    ApplicationAutoScalingAsyncClient autoScaling(Home home, SharedTransport transport) {
        return transport.client(ApplicationAutoScalingAsyncClient.builder(), home.region(), CALL, ATTEMPT);
    }

    void close(@Disposes EventBridgeAsyncClient client) {
        client.close();
    }

    void close(@Disposes SfnAsyncClient client) {
        client.close();
    }

    void close(@Disposes ApplicationAutoScalingAsyncClient client) {
        client.close();
    }
}
