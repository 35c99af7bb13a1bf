package io.aurorarestore.deploy;

import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The service's template with everything that can be chosen, resolved as the local AWS does. */
final class WholeTemplate {

    private static final Place HERE = new Place("us-east-1", "123456789012", "http://localhost:4566");
    static final Map<String, String> EVERYTHING = Map.of(
            "DashboardActions", "true",
            "DeletionProtection", "true",
            "DatabaseVpc", "vpc-12345678",
            "DatabaseSubnets", "subnet-11111111",
            "CreateVpcEndpoints", "true",
            "DatabaseRouteTables", "rtb-11111111",
            "NightlyTarget", "orders-staging",
            "NightlySource", "orders-prod",
            "TargetPattern", "orders-*");

    private final Template template;

    WholeTemplate() {
        this(HERE, EVERYTHING);
    }

    WholeTemplate(Place place, Map<String, String> parameters) {
        try {
            template = Template.read(DeployTemplate.SERVICE, place, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what has to be given, and nothing else. */
    static WholeTemplate atFirst() {
        return atFirst(Map.of());
    }

    static WholeTemplate atFirst(Map<String, String> chosen) {
        Map<String, String> all = new HashMap<>(chosen);
        all.put("TargetPattern", "orders-*");
        return new WholeTemplate(HERE, all);
    }

    List<Resource> all(String type) {
        return template.all(type);
    }

    List<Resource> functions() {
        return all("AWS::Serverless::Function");
    }

    List<Resource> queues() {
        return all("AWS::SQS::Queue");
    }

    /** The properties of each event of a type, of all functions. */
    Stream<Map<String, Object>> events(String type) {
        return functions().stream().flatMap(function -> events(function, type));
    }

    static Stream<Map<String, Object>> events(Resource function, String type) {
        return function.map("Events").values().stream()
                .map(Resource::asMap)
                .filter(event -> type.equals(event.get("Type")))
                .map(event -> Resource.asMap(event.get("Properties")));
    }

    Resource queue(String arn) {
        return queues().stream()
                .filter(queue -> arn.endsWith(":" + queue.text("QueueName")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no queue " + arn));
    }

    static Map<String, Object> variables(Resource function) {
        return Resource.asMap(function.map("Environment").get("Variables"));
    }
}
