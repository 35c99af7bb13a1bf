package io.aurorarestore.endtoend;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS SDK's clients of a local AWS, each made once. */
final class SdkClients {

    private static final StaticCredentialsProvider USER =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("user", "secret"));

    private final Map<String, Object> made = new ConcurrentHashMap<>();
    private final URI endpoint;

    SdkClients(String endpoint) {
        this.endpoint = URI.create(endpoint);
    }

    EventBridgeClient events() {
        return once(EventBridgeClient.class, UserAccount.HOME, EventBridgeClient::builder);
    }

    SqsClient sqs() {
        return once(SqsClient.class, UserAccount.HOME, SqsClient::builder);
    }

    DynamoDbClient dynamoDb() {
        return once(DynamoDbClient.class, UserAccount.HOME, DynamoDbClient::builder);
    }

    SfnClient workflows() {
        return once(SfnClient.class, UserAccount.HOME, SfnClient::builder);
    }

    ApplicationAutoScalingClient autoScaling() {
        return once(ApplicationAutoScalingClient.class, UserAccount.HOME, ApplicationAutoScalingClient::builder);
    }

    SecretsManagerClient secrets() {
        return once(SecretsManagerClient.class, UserAccount.HOME, SecretsManagerClient::builder);
    }

    RdsClient rds(String region) {
        return once(RdsClient.class, region, RdsClient::builder);
    }

    private <B extends AwsClientBuilder<B, C>, C> C once(Class<C> type, String region, Supplier<B> builder) {
        return type.cast(made.computeIfAbsent(
                type.getName() + region,
                key -> builder.get()
                        .endpointOverride(endpoint)
                        .region(Region.of(region))
                        .credentialsProvider(USER)
                        .build()));
    }
}
