package io.aurorarestore.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import io.aurorarestore.local.template.TemplateError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a template declares besides functions, made in one region.
 *
 * @param folder of the template, from which paths in it are
 */
record StackResources(LocalAws aws, String region, Path folder) {

    void make(Template template) throws IOException {
        template.all("AWS::DynamoDB::Table").forEach(table -> aws.dynamoDb().createTable(region, table.properties()));
        queues(template).forEach(queue -> aws.sqs().createQueue(region, queue.properties()));
        template.all("AWS::SNS::Topic").forEach(topic -> aws.sns().createTopic(region, topic.properties()));
        template.all("AWS::Events::EventBus").forEach(bus -> aws.events().createBus(region, bus.text("Name")));
        template.all("AWS::Events::Rule").forEach(new StackRules(aws.events(), aws.sqs(), region)::add);
        template.all("AWS::Scheduler::Schedule")
                .forEach(schedule -> aws.scheduler().create(region, schedule));
        for (Resource machine : template.all("AWS::Serverless::StateMachine")) {
            aws.stepFunctions().create(region, machine.text("Name"), definition(machine));
        }
    }

    /** A queue after that of its dead letters, which may have one, too. */
    static List<Resource> queues(Template template) {
        List<Resource> left = new ArrayList<>(template.all("AWS::SQS::Queue"));
        List<Resource> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Resource> next = left.stream()
                    .filter(queue -> left.stream().noneMatch(other -> isOfDeadLetters(other, queue)))
                    .toList();
            if (next.isEmpty()) {
                throw new TemplateError(left.get(0).logicalId(), "its dead letters come back to it");
            }
            sorted.addAll(next);
            left.removeAll(next);
        }
        return sorted;
    }

    private static boolean isOfDeadLetters(Resource other, Resource of) {
        Object arn = of.map("RedrivePolicy").get("deadLetterTargetArn");
        return arn != null && arn.toString().endsWith(":" + other.text("QueueName"));
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
