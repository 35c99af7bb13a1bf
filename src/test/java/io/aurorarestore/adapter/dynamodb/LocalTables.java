package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.adapter.Configured;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.dynamodb.DynamoDb;
import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** DynamoDB Local, with the tables of the deployment template. */
final class LocalTables implements AutoCloseable {

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final DynamoDb service = new DynamoDb();
    private final DynamoDbAsyncClient client =
            new LocalClients(endpoint).async(TestData.HOME.region(), DynamoDbAsyncClient.builder());
    private final ServiceConfig config = Configured.with(Map.of());

    void start() throws IOException {
        endpoint.serve("dynamodb", service);
        endpoint.start();
        Place here = new Place(
                TestData.HOME.region(), TestData.HOME.account(), endpoint.uri().toString());
        Template.read(Path.of("deploy/template.yaml"), here, Map.of("TargetPattern", "*"))
                .all("AWS::DynamoDB::Table")
                .forEach(table -> service.createTable(TestData.HOME.region(), table.properties()));
    }

    DynamoDbAsyncClient client() {
        return client;
    }

    ServiceConfig config() {
        return config;
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
        service.close();
    }
}
