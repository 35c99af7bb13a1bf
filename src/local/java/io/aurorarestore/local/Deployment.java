package io.aurorarestore.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.local.lambda.FunctionPackage;
import io.aurorarestore.local.services.events.SqsTarget;
import io.aurorarestore.local.services.events.Target;
import io.aurorarestore.local.services.events.TargetInput;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The stack of the deployment template, standing in the local AWS. */
public final class Deployment implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DEFAULT_BUS = "default";

    private final LocalAws aws;
    private final FunctionsOfStack functions;

    Deployment(LocalAws aws, Template template, Options options) throws IOException {
        this.aws = aws;
        template.all("AWS::DynamoDB::Table")
                .forEach(table -> aws.dynamoDb().createTable(LocalAws.HOME, table.properties()));
        template.all("AWS::SQS::Queue").stream()
                .sorted(Comparator.comparing(queue -> queue.properties().containsKey("RedrivePolicy")))
                .forEach(queue -> aws.sqs().createQueue(LocalAws.HOME, queue.properties()));
        template.all("AWS::SNS::Topic").forEach(topic -> aws.sns().createTopic(LocalAws.HOME, topic.properties()));
        template.all("AWS::Events::EventBus").forEach(bus -> aws.events().createBus(LocalAws.HOME, bus.text("Name")));
        template.all("AWS::Events::Rule").forEach(this::rule);
        functions = new FunctionsOfStack(aws, options, code(options));
        template.all("AWS::Serverless::Function").forEach(functions::add);
    }

    private void rule(Resource rule) {
        String bus = String.valueOf(rule.properties().getOrDefault("EventBusName", DEFAULT_BUS));
        String pattern = JSON.valueToTree(rule.map("EventPattern")).toString();
        String name = String.valueOf(rule.properties().getOrDefault("Name", rule.logicalId()));
        List<Target> targets = rule.list("Targets").stream()
                .map(Resource::asMap)
                .map(this::target)
                .toList();
        aws.events().addRule(LocalAws.HOME, bus, name, pattern, targets);
    }

    private Target target(Map<String, Object> target) {
        return new SqsTarget(aws.sqs().queue(target.get("Arn").toString()), TargetInput.of(target));
    }

    private static FunctionPackage code(Options options) throws IOException {
        Path folder = options.work().resolve("function").toAbsolutePath();
        if (!Files.exists(options.function())) {
            throw new IOException("there is no packaged function " + options.function()
                    + ": package it first, or name another with -Dlocal.function=PATH");
        }
        Folder.empty(folder);
        return FunctionPackage.unpack(options.function().toAbsolutePath(), folder);
    }

    /** Begins to take messages: from now on the functions work. */
    public void start() {
        functions.start();
    }

    @Override
    public void close() {
        functions.close();
    }
}
