package io.aurorarestore.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import io.aurorarestore.local.template.TemplateError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What a template declares besides functions, made in one region.
 *
 * @param folder of the template, from which paths in it are
 */
record StackResources(LocalAws aws, String region, Path folder) {

    void make(Template template) throws IOException {
        template.all("AWS::DynamoDB::Table").forEach(table -> aws.dynamoDb().createTable(region, table.properties()));
        List<Resource> queues = template.all("AWS::SQS::Queue");
        queues.stream()
                .sorted(Comparator.comparing(queue -> deadLetters(queue, queues)))
                .forEach(queue -> aws.sqs().createQueue(region, queue.properties()));
        template.all("AWS::SNS::Topic").forEach(topic -> aws.sns().createTopic(region, topic.properties()));
        template.all("AWS::Events::EventBus").forEach(bus -> aws.events().createBus(region, bus.text("Name")));
        template.all("AWS::Events::Rule").forEach(new StackRules(aws.events(), aws.sqs(), region)::add);
        template.all("AWS::Scheduler::Schedule")
                .forEach(schedule -> aws.scheduler().create(region, schedule));
        for (Resource machine : template.all("AWS::Serverless::StateMachine")) {
            aws.stepFunctions().create(region, machine.text("Name"), definition(machine));
        }
    }

    /** How many queues a message of this one can be moved on to: those must be there first. */
    private static long deadLetters(Resource queue, List<Resource> all) {
        String arn = String.valueOf(queue.map("RedrivePolicy").getOrDefault("deadLetterTargetArn", ""));
        return all.stream()
                .filter(one -> arn.endsWith(":" + one.text("QueueName")))
                .mapToLong(one -> 1 + deadLetters(one, all))
                .sum();
    }

    private ObjectNode definition(Resource machine) throws IOException {
        String text = Files.readString(folder.resolve(machine.text("DefinitionUri")));
        for (var one : machine.map("DefinitionSubstitutions").entrySet()) {
            text = text.replace("${" + one.getKey() + "}", String.valueOf(one.getValue()));
        }
        return Json.readObject(text)
                .orElseThrow(() -> new TemplateError(machine.logicalId(), "its definition is no JSON object"));
    }
}
