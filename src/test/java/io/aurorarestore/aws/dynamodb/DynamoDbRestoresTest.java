package io.aurorarestore.aws.dynamodb;

import io.aurorarestore.aws.Configured;
import io.aurorarestore.config.ServiceConfig;
import io.aurorarestore.local.Clients;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.dynamodb.DynamoDb;
import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Template;
import io.aurorarestore.port.Refusals;
import io.aurorarestore.port.Restores;
import io.aurorarestore.saga.A;
import io.aurorarestore.saga.RestoresContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** The adapter against DynamoDB Local, with the tables of the deployment template. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbRestoresTest extends RestoresContract {

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final DynamoDb service = new DynamoDb();
    private final DynamoDbAsyncClient client =
            new Clients(endpoint).async(A.HOME.region(), DynamoDbAsyncClient.builder());
    private final ServiceConfig config = Configured.with(Map.of());

    @BeforeAll
    void start() throws IOException {
        endpoint.serve("dynamodb", service);
        endpoint.start();
        Place here = new Place(A.HOME.region(), A.HOME.account(), endpoint.uri().toString());
        Template.read(Path.of("deploy/template.yaml"), here, Map.of())
                .all("AWS::DynamoDB::Table")
                .forEach(table -> service.createTable(A.HOME.region(), table.properties()));
    }

    @AfterAll
    void stop() {
        client.close();
        endpoint.close();
        service.close();
    }

    @Override
    protected Refusals refusals() {
        return new DynamoDbRefusals(client, config);
    }

    @Override
    protected Restores store() {
        return new DynamoDbRestores(client, config, new Writes(config, A.HOME));
    }
}
