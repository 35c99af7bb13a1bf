package io.aurorarestore.local;

import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.iam.TemplateRoles;
import io.aurorarestore.local.lambda.FunctionPackage;
import io.aurorarestore.local.lambda.FunctionSettings;
import io.aurorarestore.local.lambda.LambdaFunction;
import io.aurorarestore.local.lambda.Schedule;
import io.aurorarestore.local.lambda.SqsEventSource;
import io.aurorarestore.local.lambda.SqsEventSource.Batching;
import io.aurorarestore.local.postgres.Folders;
import io.aurorarestore.local.services.Aws;
import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.TemplateError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The template's functions with what invokes them. */
final class FunctionsOfStack implements AutoCloseable {

    private static final int LAMBDAS_DEFAULT_TIMEOUT = 3;
    private static final int LAMBDAS_DEFAULT_BATCH = 10;
    private static final String SPEAKS_TO_DATABASES = "DatabaseFunction";

    private final LocalAws aws;
    private final Options options;
    private final FunctionPackage code;
    private final TemplateRoles roles;
    private final Path logs;
    private final List<LambdaFunction> functions = new ArrayList<>();
    /** Somebody waits for their first answer. */
    private final Set<LambdaFunction> awaited = new LinkedHashSet<>();

    private final List<SqsEventSource> sources = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();

    FunctionsOfStack(LocalAws aws, Options options, FunctionPackage code, TemplateRoles roles) throws IOException {
        this.aws = aws;
        this.roles = roles;
        this.options = options;
        this.code = code;
        this.logs = options.work().resolve("logs").toAbsolutePath();
        Folders.empty(logs);
    }

    void add(Resource declared) {
        LambdaFunction function = new LambdaFunction(settings(declared), code, instances(declared), aws.notices());
        functions.add(function);
        aws.authorization().assumed(accessKey(function.settings().name()), roles.of(declared));
        declared.map("Events").values().stream()
                .map(Resource::asMap)
                .forEach(event -> event(declared.logicalId(), event, function));
    }

    /** One queue's messages do not take what another's need. */
    private int instances(Resource declared) {
        long queues = declared.map("Events").values().stream()
                .filter(event -> "SQS".equals(Resource.asMap(event).get("Type")))
                .count();
        return options.concurrency() * (int) Math.max(1, queues);
    }

    private FunctionSettings settings(Resource declared) {
        String name = declared.text("FunctionName");
        return new FunctionSettings(
                name,
                Aws.arn("lambda", LocalAws.HOME, "function:" + name),
                declared.text("Handler"),
                "Allow".equals(declared.properties().get("RecursiveLoop")),
                Duration.ofSeconds(declared.number("Timeout", LAMBDAS_DEFAULT_TIMEOUT)),
                environment(name, declared),
                logs.resolve(name + ".log"));
    }

    private Map<String, String> environment(String name, Resource declared) {
        Map<String, String> environment = new HashMap<>();
        Resource.asMap(declared.map("Environment").getOrDefault("Variables", Map.of()))
                .forEach((key, value) -> environment.put(key, value.toString()));
        environment.putAll(Map.of(
                "AWS_LAMBDA_FUNCTION_NAME",
                name,
                "AWS_LAMBDA_FUNCTION_VERSION",
                "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                String.valueOf(declared.number("MemorySize", 128)),
                "_HANDLER",
                declared.text("Handler"),
                "TZ",
                ":UTC",
                "LANG",
                "C.UTF-8"));
        if (declared.logicalId().equals(SPEAKS_TO_DATABASES)) {
            environment.put(
                    "AURORA_RESTORE_TLS_CA",
                    aws.postgres().authority().toAbsolutePath().toString());
        }
        environment.putAll(Map.of(
                "AWS_REGION",
                LocalAws.HOME,
                "AWS_DEFAULT_REGION",
                LocalAws.HOME,
                "AWS_ENDPOINT_URL",
                aws.address(),
                "AWS_ACCESS_KEY_ID",
                accessKey(name),
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_SESSION_TOKEN",
                "local"));
        return environment;
    }

    /** A key of its own for each function: it tells the role of a caller. */
    private static String accessKey(String function) {
        return "AKIA" + function.toUpperCase(Locale.ROOT).replace("-", "");
    }

    private void event(String id, Map<String, Object> event, LambdaFunction function) {
        Map<String, Object> properties = Resource.asMap(event.get("Properties"));
        String type = String.valueOf(event.get("Type"));
        switch (type) {
            case "SQS" -> source(new Resource(id, type, properties), function);
            case "Schedule" ->
                schedules.add(new Schedule(
                        id,
                        new Resource(id, type, properties).text("Schedule"),
                        options.speed(),
                        function,
                        LocalAws.HOME));
            default -> throw new TemplateError(id, "the local AWS does not know events of type " + type);
        }
    }

    /** @param integration of the HTTP API, which leads to one of the functions */
    void integrate(Resource integration) {
        String uri = integration.text("IntegrationUri");
        LambdaFunction function =
                of(uri).orElseThrow(() -> new TemplateError(integration.logicalId(), "leads to no function: " + uri));
        awaited.add(function);
        aws.api().serve(function);
    }

    /** @param dashboard whose first widget is ours */
    void show(Resource dashboard) {
        String endpoint = Json.read(dashboard.text("DashboardBody"))
                .at("/widgets/0/properties/endpoint")
                .asText();
        of(endpoint).ifPresent(widget -> {
            String actions = widget.settings().environment().getOrDefault("AURORA_RESTORE_DASHBOARD_ACTIONS", "");
            aws.api().show(widget, of(actions));
        });
    }

    private Optional<LambdaFunction> of(String arn) {
        return functions.stream()
                .filter(one -> one.settings().arn().equals(arn))
                .findFirst();
    }

    /** As many pollers as instances: no batch is taken that nobody is free for. */
    private void source(Resource mapping, LambdaFunction function) {
        awaited.add(function);
        Queue queue = aws.sqs().queue(mapping.text("Queue"));
        boolean partial = mapping.list("FunctionResponseTypes").contains("ReportBatchItemFailures");
        sources.add(new SqsEventSource(
                queue,
                function,
                new Batching(
                        LocalAws.HOME,
                        mapping.number("BatchSize", LAMBDAS_DEFAULT_BATCH),
                        pollers(mapping),
                        partial,
                        options.speed())));
    }

    private int pollers(Resource mapping) {
        Object most = mapping.map("ScalingConfig").get("MaximumConcurrency");
        return most == null
                ? options.concurrency()
                : Math.min(options.concurrency(), Integer.parseInt(most.toString()));
    }

    void start() {
        List<CompletableFuture<Void>> started =
                awaited.stream().map(LambdaFunction::warm).toList();
        sources.forEach(SqsEventSource::start);
        schedules.forEach(Schedule::start);
        started.forEach(CompletableFuture::join);
    }

    boolean allStart() {
        return functions.stream().allMatch(LambdaFunction::starts);
    }

    @Override
    public void close() {
        schedules.forEach(Schedule::close);
        sources.forEach(SqsEventSource::close);
        functions.forEach(LambdaFunction::close);
    }
}
