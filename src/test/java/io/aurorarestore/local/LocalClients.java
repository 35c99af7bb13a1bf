package io.aurorarestore.local;

import io.aurorarestore.local.front.LocalEndpoint;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** AWS SDK clients of a local endpoint, as anybody would configure them. */
public record LocalClients(LocalEndpoint endpoint, String accessKey) {

    /** Shared: those of its own a client would wait for two seconds when it is closed. */
    private static final SdkEventLoopGroup THREADS =
            SdkEventLoopGroup.builder().numberOfThreads(4).build();

    private static final Duration LONGEST = Duration.ofMinutes(1);

    public LocalClients(LocalEndpoint endpoint) {
        this(endpoint, "someone");
    }

    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C in(String region, B builder) {
        return configured(region, builder)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Without retries: a test sees each error as it came. */
    public <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C> C async(String region, B builder) {
        return configured(region, builder)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().eventLoopGroup(THREADS))
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallTimeout(LONGEST))
                .build();
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(String region, B builder) {
        var credentials = AwsBasicCredentials.create(accessKey, "secret");
        return builder.endpointOverride(endpoint.uri())
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials));
    }
}
