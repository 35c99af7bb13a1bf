package io.aurorarestore.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.LocalHttp;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.JsonOperation;
import io.aurorarestore.local.front.JsonService;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.front.QueryOperation;
import io.aurorarestore.local.front.QueryService;
import io.aurorarestore.local.rds.Faults;
import io.aurorarestore.local.services.secrets.SecretsManager;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.LimitExceededException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

class RequestedFaultsTest {

    private static final JsonOperation NOTHING = (region, input) -> Json.object();

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final LocalClients clients = new LocalClients(endpoint);
    private final SecretsManagerClient secrets = clients.in("us-east-1", SecretsManagerClient.builder());

    @BeforeEach
    void start() {
        endpoint.serve("secretsmanager", new SecretsManager(Clock.systemUTC()).service());
        endpoint.serve("dynamodb", new JsonService(Map.of("PutItem", NOTHING)));
        endpoint.serve("sqs", new JsonService(Map.of("SendMessage", NOTHING)));
        endpoint.serve("sns", new QueryService("", Map.of("Publish", RequestedFaultsTest::published)));
        RequestedFaults.on(endpoint, new Faults());
        endpoint.start();
    }

    private static QueryOperation.Call published(Form form) {
        form.ignore("TopicArn", "Message");
        return request -> PublishResponse.builder().build();
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void a_service_of_the_json_protocol_fails_before_it_does_anything() {
        order("secretsmanager", "CreateSecret", "ResourceExistsException", false);

        assertThatThrownBy(() -> create("s"))
                .isInstanceOfSatisfying(
                        ResourceExistsException.class,
                        error -> assertThat(error.statusCode()).isEqualTo(400));
        create("s");
    }

    @Test
    void a_service_of_the_json_protocol_may_do_its_work_first() {
        order("secretsmanager", "CreateSecret", "LimitExceededException", true);

        assertThatThrownBy(() -> create("s")).isInstanceOf(SecretsManagerException.class);
        assertThat(secrets.listSecrets().secretList()).hasSize(1);
    }

    @Test
    void a_call_that_fails_by_itself_uses_up_no_lost_answer() {
        create("s");
        order("secretsmanager", "CreateSecret", "LimitExceededException", true);

        assertThatThrownBy(() -> create("s")).isInstanceOf(ResourceExistsException.class);
        assertThatThrownBy(() -> create("other")).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void the_sdk_tries_again_what_is_throttled_or_broken() {
        order("secretsmanager", "CreateSecret", "ThrottlingException", false);
        order("secretsmanager", "CreateSecret", "InternalServiceError", false);

        create("s");
    }

    @Test
    void dynamodb_fails_with_its_own_exceptions() {
        var table = clients.in("eu-west-1", DynamoDbClient.builder());
        order("dynamodb", "PutItem", "ConditionalCheckFailedException", false);

        assertThatThrownBy(() -> table.putItem(put -> put.tableName("t").item(Map.of())))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void sqs_fails_with_its_own_exceptions_and_codes() {
        var queue = clients.in("us-east-1", SqsClient.builder());
        order("sqs", "SendMessage", "QueueDoesNotExist", false);
        assertThatThrownBy(() -> send(queue)).isInstanceOf(QueueDoesNotExistException.class);

        order("sqs", "SendMessage", "KmsAccessDenied", false);
        assertThatThrownBy(() -> send(queue))
                .isInstanceOfSatisfying(
                        SqsException.class,
                        error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo("KmsAccessDenied"));
    }

    @Test
    void sns_fails_with_its_own_exceptions() {
        var topics = clients.in("us-east-1", SnsClient.builder());
        order("sns", "Publish", "NotFound", false);

        assertThatThrownBy(() -> topics.publish(one -> one.topicArn("t").message("m")))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        error -> assertThat(error.statusCode()).isEqualTo(404));
    }

    @Test
    void only_rds_has_work_that_ends_in_a_status() {
        var answer = new LocalHttp(endpoint)
                .post("/_local/faults", "{\"service\":\"sns\",\"operation\":\"Publish\",\"status\":\"failed\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("status is for rds only");
    }

    private void order(String service, String operation, String error, boolean after) {
        var body = Json.object()
                .put("service", service)
                .put("operation", operation)
                .put("error", error)
                .put("after", after);
        assertThat(new LocalHttp(endpoint)
                        .post("/_local/faults", body.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    private void create(String name) {
        secrets.createSecret(create -> create.name(name).secretString("s"));
    }

    private static void send(SqsClient queue) {
        queue.sendMessage(
                send -> send.queueUrl("http://localhost/123456789012/q").messageBody("m"));
    }
}
