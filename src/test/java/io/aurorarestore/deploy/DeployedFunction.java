package io.aurorarestore.deploy;

import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A function of the deployment template with the role it has there, every statement that depends on a parameter in it. */
public record DeployedFunction(Resource declared, Resource role) {

    /** Those that narrow the roles. */
    public static final List<String> PARAMETERS = List.of(
            "ClusterRolePattern",
            "MasterSecretPattern",
            "SourceKeys",
            "TargetInstancePattern",
            "TargetPattern",
            "UserSecretPattern");

    private static final Map<String, String> EVERYTHING = Map.of(
            "ClusterRolePattern", "orders-*",
            "SourceKeys", "arn:aws:kms:us-east-1:111122223333:key/1",
            "TargetPattern", "orders-*",
            "TargetInstancePattern", "orders-*");

    public static List<DeployedFunction> all() {
        Template template = template();
        return template.all("AWS::Serverless::Function").stream()
                .map(function -> new DeployedFunction(function, role(template, function)))
                .toList();
    }

    static DeployedFunction of(String handler) {
        return all().stream()
                .filter(one -> one.handler().equals(handler))
                .findFirst()
                .orElseThrow();
    }

    private static Template template() {
        try {
            Place here = new Place("us-east-1", "123456789012", "http://localhost:4566");
            return Template.read(Path.of("deploy/template.yaml"), here, EVERYTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource role(Template template, Resource function) {
        return template.all("AWS::IAM::Role").stream()
                .filter(role -> function.text("Role").endsWith(":role/" + role.logicalId()))
                .findFirst()
                .orElseThrow();
    }

    String name() {
        return declared.text("FunctionName");
    }

    public String handler() {
        Map<String, Object> variables =
                Resource.asMap(declared.map("Environment").get("Variables"));
        return variables.get("QUARKUS_LAMBDA_HANDLER").toString();
    }

    List<Map<String, Object>> statements() {
        return role.list("Policies").stream()
                .map(policy -> Resource.asMap(Resource.asMap(policy).get("PolicyDocument")))
                .flatMap(document -> Resource.asList(document.get("Statement")).stream())
                .map(Resource::asMap)
                .toList();
    }

    public List<Grant> grants() {
        return statements().stream().map(Grant::of).toList();
    }

    Set<String> granted() {
        Set<String> granted = new TreeSet<>();
        grants().stream().filter(Grant::allows).forEach(grant -> granted.addAll(grant.actions()));
        return granted;
    }

    @Override
    public String toString() {
        return handler();
    }
}
