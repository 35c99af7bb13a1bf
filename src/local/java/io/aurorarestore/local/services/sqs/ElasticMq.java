package io.aurorarestore.local.services.sqs;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.Upstream;
import io.aurorarestore.local.services.Aws;
import java.net.InetAddress;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder$;

/** ElasticMQ for one region: it knows no regions itself. Its queue URLs are the front's. It ends with its actors. */
final class ElasticMq {

    private final Upstream upstream;

    ElasticMq(ActorSystem actors, String region, int frontPort) {
        SQSRestServer server = SQSRestServerBuilder$.MODULE$
                .withActorSystem(actors)
                .withInterface(InetAddress.getLoopbackAddress().getHostAddress())
                .withDynamicPort()
                .withServerAddress(new NodeAddress("http", "localhost", frontPort, ""))
                .withAWSRegion(region)
                .withAWSAccountId(Aws.ACCOUNT)
                .start();
        this.upstream = new Upstream(server.waitUntilStarted().localAddress().getPort());
    }

    AwsResponse send(AwsRequest request) {
        return upstream.send(request);
    }
}
