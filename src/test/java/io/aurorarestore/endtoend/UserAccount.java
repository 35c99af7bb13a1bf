package io.aurorarestore.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.local.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The local account as a user's own programs see it: through the AWS SDK and a PostgreSQL driver. */
record UserAccount(String endpoint, String api, SdkClients aws) {

    static final String HOME = "us-east-1";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    UserAccount(String endpoint, String api) {
        this(endpoint, api, new SdkClients(endpoint));
    }

    void request(String detail) {
        publish("Restore Requested", detail);
    }

    void publish(String detailType, String detail) {
        aws.events()
                .putEvents(put -> put.entries(PutEventsRequestEntry.builder()
                        .eventBusName("aurora-restore")
                        .source("aurora-restore.client")
                        .detailType(detailType)
                        .detail(detail)
                        .build()));
    }

    void inbox(String body) {
        aws.sqs()
                .sendMessage(
                        send -> send.queueUrl(queue("aurora-restore-inbox")).messageBody(body));
    }

    /** Messages that are in a queue or in the hands of its readers. */
    int messagesIn(String queue) {
        Map<QueueAttributeName, String> counts = aws.sqs()
                .getQueueAttributes(ask -> ask.queueUrl(queue(queue)).attributeNames(QueueAttributeName.ALL))
                .attributes();
        return Integer.parseInt(counts.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Integer.parseInt(counts.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    /** Sends what a dead-letter queue holds to its queue again. */
    void redrive(String deadLetters, String queue) {
        SqsClient sqs = aws.sqs();
        String from = queue(deadLetters);
        String to = queue(queue);
        sqs.receiveMessage(ask -> ask.queueUrl(from).maxNumberOfMessages(10))
                .messages()
                .forEach(dead -> {
                    sqs.sendMessage(send -> send.queueUrl(to).messageBody(dead.body()));
                    sqs.deleteMessage(gone -> gone.queueUrl(from).receiptHandle(dead.receiptHandle()));
                });
    }

    private String queue(String name) {
        return aws.sqs().getQueueUrl(ask -> ask.queueName(name)).queueUrl();
    }

    List<Map<String, AttributeValue>> state() {
        return scan("AuroraRestoreState");
    }

    /** The items of restores, and of nothing else: of each its state and then its summary, whose step is an old one. */
    List<Map<String, AttributeValue>> restores() {
        Map<String, Map<String, AttributeValue>> together = new HashMap<>();
        state().stream()
                .filter(item -> item.containsKey("status"))
                .forEach(item -> item.forEach(
                        together.computeIfAbsent(item.get("pk").s(), restore -> new HashMap<>())::putIfAbsent));
        return together.values().stream()
                .filter(restore -> restore.containsKey("id"))
                .toList();
    }

    Map<String, AttributeValue> restoreOf(String target) {
        return restores().stream()
                .filter(item -> item.get("target").s().equals(target))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no restore of " + target));
    }

    List<Map<String, AttributeValue>> audit(String restoreId) {
        return scan("AuroraRestoreAudit").stream()
                .filter(item -> item.get("restoreId").s().equals(restoreId))
                .toList();
    }

    /** Of requests, from the audit table. */
    List<Map<String, AttributeValue>> refusals() {
        return scan("AuroraRestoreAudit").stream()
                .filter(item -> item.get("restoreId").s().startsWith("refused-"))
                .toList();
    }

    private List<Map<String, AttributeValue>> scan(String table) {
        return aws.dynamoDb().scanPaginator(ask -> ask.tableName(table).consistentRead(true)).items().stream()
                .toList();
    }

    void profile(String name, String settings) {
        aws.dynamoDb()
                .putItem(put -> put.tableName("AuroraRestoreConfig")
                        .item(Map.of("name", AttributeValue.fromS(name), "settings", AttributeValue.fromS(settings))));
    }

    /** Lets Application Auto Scaling know a target for a cluster's readers, and a policy; the local one makes none. */
    void scaled(String cluster, int least, int most) {
        aws.autoScaling()
                .registerScalableTarget(target -> target.serviceNamespace(ServiceNamespace.RDS)
                        .resourceId("cluster:" + cluster)
                        .scalableDimension(ScalableDimension.RDS_CLUSTER_READ_REPLICA_COUNT)
                        .minCapacity(least)
                        .maxCapacity(most));
        aws.autoScaling()
                .putScalingPolicy(policy -> policy.serviceNamespace(ServiceNamespace.RDS)
                        .resourceId("cluster:" + cluster)
                        .scalableDimension(ScalableDimension.RDS_CLUSTER_READ_REPLICA_COUNT)
                        .policyName("cpu")
                        .policyType(PolicyType.TARGET_TRACKING_SCALING)
                        .targetTrackingScalingPolicyConfiguration(tracking -> tracking.targetValue(60.0)
                                .predefinedMetricSpecification(metric ->
                                        metric.predefinedMetricType(MetricType.RDS_READER_AVERAGE_CPU_UTILIZATION))));
    }

    void startExecution(String name, String input) {
        aws.workflows()
                .startExecution(start -> start.stateMachineArn(
                                "arn:aws:states:us-east-1:123456789012:stateMachine:aurora-restore-workflow")
                        .name(name)
                        .input(input));
    }

    /** Of the example workflow, once it has ended. */
    DescribeExecutionResponse execution(String name) {
        return eventually(() -> {
            DescribeExecutionResponse now = aws.workflows()
                    .describeExecution(ask -> ask.executionArn(
                            "arn:aws:states:us-east-1:123456789012:execution:aurora-restore-workflow:" + name));
            return now.status() == ExecutionStatus.RUNNING ? null : now;
        });
    }

    String secret(String name) {
        return aws.secrets().getSecretValue(ask -> ask.secretId(name)).secretString();
    }

    /** Whether it is there, but scheduled for deletion. */
    boolean isDeleted(String secret) {
        return aws.secrets().describeSecret(ask -> ask.secretId(secret)).deletedDate() != null;
    }

    RdsClient rds(String region) {
        return aws.rds(region);
    }

    List<DBCluster> clusters(String region) {
        return aws.rds(region).describeDBClusters().dbClusters();
    }

    List<DBClusterSnapshot> snapshots(String region) {
        return aws.rds(region).describeDBClusterSnapshots().dbClusterSnapshots();
    }

    DBCluster cluster(String name) {
        return clusters(HOME).stream()
                .filter(one -> one.dbClusterIdentifier().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<JsonNode> sns() {
        return JSON.convertValue(
                local("/_local/sns"), JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
    }

    /** Waits for an SNS message. */
    JsonNode told(Predicate<JsonNode> wanted) {
        return eventually(() -> sns().stream().filter(wanted).findFirst().orElse(null));
    }

    JsonNode local(String path) {
        return answer(HttpRequest.newBuilder(URI.create(endpoint + path)).build());
    }

    JsonNode post(String path, String body) {
        return answer(HttpRequest.newBuilder(URI.create(endpoint + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    JsonNode delete(String path) {
        return answer(
                HttpRequest.newBuilder(URI.create(endpoint + path)).DELETE().build());
    }

    private static JsonNode answer(HttpRequest ask) {
        try {
            return JSON.readTree(HTTP.send(ask, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** What a query answers, as a user of a cluster's database {@code orders}. */
    String ask(String cluster, String user, String password, String sql) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        DBCluster at = cluster(cluster);
        String url = "jdbc:postgresql://localhost:" + at.port() + "/orders?sslmode=require";
        try (Connection connection = DriverManager.getConnection(url, properties);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Asks until the answer is not null. */
    static <T> T eventually(Supplier<T> question) {
        return Eventually.answer(question);
    }
}
