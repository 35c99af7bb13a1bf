package io.aurorarestore.local;

import io.aurorarestore.local.front.LocalEndpoint;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** AWS SDK clients of a local endpoint, as anybody would configure them. */
public record Clients(LocalEndpoint endpoint, String accessKey) {

    public Clients(LocalEndpoint endpoint) {
        this(endpoint, "someone");
    }

    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C in(String region, B builder) {
        return at(region, builder)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    public <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C> C asyncIn(String region, B builder) {
        return at(region, builder).build();
    }

    private <B extends AwsClientBuilder<B, C>, C> B at(String region, B builder) {
        var credentials = AwsBasicCredentials.create(accessKey, "secret");
        return builder.endpointOverride(endpoint.uri())
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials));
    }
}
