package io.aurorarestore.adapter.rds;

import io.aurorarestore.adapter.SharedTransport;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.port.CallFailedException;
import software.amazon.awssdk.services.rds.RdsAsyncClient;

/** An RDS that refuses every call in the way it is told to, for the real SDK to understand. */
final class RefusingRds implements AwsService, AutoCloseable {

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final RdsAsyncClient client =
            new LocalClients(endpoint).async(TestData.HOME.region(), RdsAsyncClient.builder());
    private volatile AwsException refusal;

    RefusingRds() {
        endpoint.serve("rds", this);
        endpoint.start();
    }

    /** What our adapter makes of the refusal. */
    CallFailedException refused(int status, String code, String message) {
        refusal = new AwsException(status, code, message);
        return failure();
    }

    /** What our adapter makes of an RDS that is not there. */
    CallFailedException absent() {
        endpoint.close();
        return failure();
    }

    private CallFailedException failure() {
        return new RdsClients(TestData.HOME, client, new SharedTransport())
                .call("DescribeDBClusters", rds -> rds.describeDBClusters(ask -> ask.dbClusterIdentifier("some")))
                .replaceWith(() -> (CallFailedException) null)
                .onFailure(CallFailedException.class)
                .recoverWithItem(failed -> failed)
                .await()
                .indefinitely();
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        throw refusal;
    }

    @Override
    public String operation(AwsRequest request) {
        return "Any";
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
    }
}
