package io.aurorarestore.local;

import io.aurorarestore.local.delivery.RoughDelivery;
import io.aurorarestore.local.faults.RequestedFaults;
import io.aurorarestore.local.front.EventSink;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.iam.Authorization;
import io.aurorarestore.local.lambda.HttpApi;
import io.aurorarestore.local.postgres.PostgresDataPlane;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.rds.wire.ClusterStates;
import io.aurorarestore.local.rds.wire.RdsService;
import io.aurorarestore.local.services.Aws;
import io.aurorarestore.local.services.autoscaling.ScalableTargets;
import io.aurorarestore.local.services.dynamodb.DynamoDb;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.services.scheduler.Scheduler;
import io.aurorarestore.local.services.secrets.SecretsManager;
import io.aurorarestore.local.services.sns.Sns;
import io.aurorarestore.local.services.sqs.Sqs;
import io.aurorarestore.local.services.states.StepFunctions;
import io.aurorarestore.local.services.sts.Sts;
import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Template;
import io.aurorarestore.local.time.RealTimeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** An AWS account on this machine: its services behind one endpoint, and in it what the deployment template declares. */
public final class LocalAws implements AutoCloseable {

    public static final String ACCOUNT = "123456789012";

    /** Where the service is deployed. */
    public static final String HOME = Aws.HOME;

    /** Where the example's snapshots are taken. */
    public static final String SOURCE_REGION = otherThan(HOME);

    private static final String BUS = "aurora-restore";
    private static final Path DEPLOY = Path.of("deploy");

    /** A nightly schedule that comes by itself but once a year: the seeded data are restored on request. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "TargetPattern", "*",
            "DashboardActions", "true",
            "NightlyTarget", "orders-staging",
            "NightlySource", "orders-prod",
            "NightlySourceRegion", SOURCE_REGION,
            "NightlyAt", "cron(0 3 1 1 ? *)");

    private final ParallelClose closing = new ParallelClose();
    private final Consumer<String> notices;
    private final LocalEndpoint endpoint;
    private final Authorization authorization;
    private final HttpApi api;
    private final DynamoDb dynamoDb;
    private final Sqs sqs;
    private final EventBridge events;
    private final RoughDelivery delivery;
    private final Sns sns;
    private final SecretsManager secrets;
    private final PostgresDataPlane postgres;
    private final SimulatedRds rds;
    private final Scheduler scheduler;
    private final StepFunctions stepFunctions;
    private volatile Optional<Deployment> deployed = Optional.empty();

    /**
     * Takes the ports and starts the services side by side; nothing is in them yet.
     *
     * @param notices hears what goes wrong in a function, a line at a time
     */
    LocalAws(Options options, Consumer<String> notices, Phases phases)
            throws IOException, InterruptedException, ExecutionException {
        this.notices = notices;
        Clock clock = Clock.systemUTC();
        endpoint = closing.opened(new LocalEndpoint(options.port(), "-Dlocal.port"));
        api = closing.opened(new HttpApi(options.apiPort(), "-Dlocal.api.port", options.iamAuth()));
        var postgresql = phases.begin(
                "PostgreSQL",
                () -> closing.opened(new PostgresDataPlane(options.work().resolve("postgres"))));
        var dynamo = phases.begin("DynamoDB", () -> closing.opened(new DynamoDb()));
        sqs = phases.begin("SQS", () -> closing.opened(new Sqs(endpoint.port(), options.speed())))
                .get();
        postgres = postgresql.get();
        dynamoDb = dynamo.get();
        events = new EventBridge(clock);
        sns = new Sns(sqs, clock, endpoint.uri());
        secrets = new SecretsManager(clock);
        RealTimeline timeline = closing.opened(new RealTimeline(options.speed()));
        delivery = new RoughDelivery(timeline, events);
        EventSink sink = options.events() ? delivery : event -> {};
        RdsOptions behaviour =
                RdsOptions.defaults().withCopyEvent(options.copyEvent()).withLogLag(Duration.ZERO);
        rds = new SimulatedRds(
                ACCOUNT, timeline, postgres, new MasterUserSecrets(secrets), sink, new Random(), behaviour);
        Duration lag = Duration.ofMillis((long) (options.tagLag().toMillis() / options.speed()));
        authorization = new Authorization(new ResourceTags(rds, secrets)::of, lag, clock);
        scheduler = new Scheduler(events, timeline);
        stepFunctions = new StepFunctions(events, timeline);
        serve();
    }

    private void serve() {
        endpoint.serve("dynamodb", dynamoDb);
        endpoint.serve("sqs", sqs);
        endpoint.serve("events", events.service());
        endpoint.serve("sns", sns.service());
        endpoint.serve("secretsmanager", secrets.service());
        endpoint.serve("sts", new Sts().service());
        endpoint.serve("application-autoscaling", new ScalableTargets(Clock.systemUTC()).service());
        endpoint.serve("rds", RdsService.of(rds));
        endpoint.filter(authorization);
        RequestedFaults.on(endpoint, rds.faults());
        ClusterStates.on(endpoint, rds);
        scheduler.on(endpoint, HOME);
        stepFunctions.on(endpoint);
        delivery.on(endpoint);
        endpoint.route("GET", "/_local/sns", call -> sns.toJson());
        endpoint.route("GET", "/_local/events", call -> events.toJson());
        endpoint.start();
    }

    /** Makes what the templates declare: the service, what forwards events to it, and the example of a workflow. */
    public Deployment deploy(Options options) throws IOException {
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.putAll(options.parameters());
        Template service = stack("template.yaml", HOME, parameters);
        stack("source.yaml", SOURCE_REGION, Map.of("BusArn", Aws.arn("events", HOME, "event-bus/" + BUS)));
        stack("workflow.yaml", HOME, Map.of());
        Deployment deployment = closing.opened(new Deployment(this, service, options));
        deployed = Optional.of(deployment);
        return deployment;
    }

    private Template stack(String file, String region, Map<String, String> parameters) throws IOException {
        Template template = Template.read(DEPLOY.resolve(file), new Place(region, ACCOUNT, address()), parameters);
        new StackResources(this, region, DEPLOY).make(template);
        return template;
    }

    /** Whether each function started when it was last to. */
    boolean functionsStart() {
        return deployed.stream().allMatch(Deployment::functionsStart);
    }

    Consumer<String> notices() {
        return notices;
    }

    public String address() {
        return endpoint.uri().toString();
    }

    public String apiAddress() {
        return "http://localhost:" + api.port();
    }

    public Authorization authorization() {
        return authorization;
    }

    public HttpApi api() {
        return api;
    }

    public DynamoDb dynamoDb() {
        return dynamoDb;
    }

    public Sqs sqs() {
        return sqs;
    }

    public EventBridge events() {
        return events;
    }

    public Sns sns() {
        return sns;
    }

    public SecretsManager secrets() {
        return secrets;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public StepFunctions stepFunctions() {
        return stepFunctions;
    }

    public PostgresDataPlane postgres() {
        return postgres;
    }

    public SimulatedRds rds() {
        return rds;
    }

    /** Ends all that was started, processes included, within a few seconds. */
    @Override
    public void close() {
        closing.close();
    }

    /** Of the same partition; in China, where nothing is copied between regions, the same one. */
    private static String otherThan(String home) {
        return switch (Aws.partition(home)) {
            case "aws-us-gov" -> home.equals("us-gov-east-1") ? "us-gov-west-1" : "us-gov-east-1";
            case "aws" -> home.equals("us-west-2") ? "us-east-1" : "us-west-2";
            default -> home;
        };
    }
}
