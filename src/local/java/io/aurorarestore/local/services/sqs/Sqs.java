package io.aurorarestore.local.services.sqs;

import com.typesafe.config.ConfigFactory;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.Form;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.jboss.logging.Logger;

/**
 * SQS: ElasticMQ in this process, one a region, made when first spoken to. Callers over HTTP have their delays divided
 * by the speed; {@link Queue} is the way from within.
 */
public final class Sqs implements AwsService, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Sqs.class);
    private static final Set<String> SENDING = Set.of("SendMessage", "SendMessageBatch");
    private static final String ACTORS = """
            pekko.loglevel = WARNING
            pekko.daemonic = on
            pekko.http.server.idle-timeout = infinite
            pekko.http.server.parsing.max-content-length = 16m
            pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
            """;

    private final Map<String, ElasticMq> regions = new ConcurrentHashMap<>();
    private final ActorSystem actors = ActorSystem.create(
            "sqs",
            ConfigFactory.parseString(ACTORS).withFallback(ConfigFactory.load(Sqs.class.getClassLoader())),
            Sqs.class.getClassLoader());
    private final SqsErrors errors = new SqsErrors();
    private final int frontPort;
    private final DelayScale delays;

    /**
     * @param frontPort the local endpoint's port, which the queue URLs show
     * @param speed by what delays are divided, more than 0
     */
    public Sqs(int frontPort, double speed) {
        this.frontPort = frontPort;
        this.delays = new DelayScale(speed);
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        boolean sending = SENDING.contains(operation(request));
        return errors.asAws(region(request.region()).send(sending ? delays.apply(request) : request));
    }

    @Override
    public String operation(AwsRequest request) {
        return request.target().orElseGet(() -> Form.of(request).get("Action", "Unknown"));
    }

    /**
     * Creates a queue as CloudFormation would; a dead-letter queue it names must be there already.
     *
     * @param properties the resolved properties of an {@code AWS::SQS::Queue}
     * @return the queue's URL
     */
    public String createQueue(String region, Map<String, Object> properties) {
        var attributes = new QueueProperties(properties);
        return client(region)
                .call("CreateQueue", attributes.createQueue())
                .path("QueueUrl")
                .asText();
    }

    /** The queue of that name, whether or not there is one. */
    public Queue queue(String region, String name) {
        return new Queue(client(region), region, name, frontPort);
    }

    /** @param arn {@code arn:aws:sqs:REGION:ACCOUNT:NAME} */
    public Queue queue(String arn) {
        String[] parts = arn.split(":", -1);
        if (parts.length != 6 || !parts[2].equals("sqs")) {
            throw new IllegalArgumentException("not the ARN of a queue: " + arn);
        }
        return queue(parts[3], parts[5]);
    }

    private SqsClient client(String region) {
        return new SqsClient(region, region(region));
    }

    private ElasticMq region(String name) {
        return regions.computeIfAbsent(name, region -> new ElasticMq(actors, region, frontPort));
    }

    /** Ends at once: messages that callers still wait for do not hold it up. */
    @Override
    public void close() {
        try {
            actors.terminate();
            actors.getWhenTerminated().toCompletableFuture().get(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("ElasticMQ does not end in time: %s", e);
        }
    }
}
