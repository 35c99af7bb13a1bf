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
import java.util.stream.Stream;

/** A function of the deployment template with the role it has there, every statement that depends on a parameter in it. */
public record DeployedFunction(Resource declared, Resource role, List<Resource> attached) {

    /** Those that narrow the roles. */
    public static final List<String> PARAMETERS = List.of(
            "ClusterRolePattern",
            "DashboardActions",
            "MasterSecretPattern",
            "PermitNewNames",
            "SourceKeys",
            "TargetInstancePattern",
            "TargetPattern",
            "UserSecretPattern");

    private static final String HOME = "us-east-1";

    private static final Map<String, String> EVERYTHING = Map.of(
            "ClusterRolePattern", "orders-*",
            "DashboardActions", "true",
            "SourceKeys", "arn:aws:kms:us-east-1:111122223333:key/1",
            "PermitNewNames", "true",
            "TargetPattern", "orders-*",
            "TargetInstancePattern", "orders-*");

    public static List<DeployedFunction> all() {
        return all(template(HOME, EVERYTHING));
    }

    static List<DeployedFunction> all(Template template) {
        return template.all("AWS::Serverless::Function").stream()
                .map(function -> of(template, function))
                .toList();
    }

    static DeployedFunction of(String handler) {
        return all().stream()
                .filter(one -> one.handler().equals(handler))
                .findFirst()
                .orElseThrow();
    }

    private static DeployedFunction of(Template template, Resource function) {
        Resource role = role(template, function);
        List<Resource> attached = template.all("AWS::IAM::ManagedPolicy").stream()
                .filter(policy -> policy.list("Roles").contains(role.logicalId()))
                .toList();
        return new DeployedFunction(function, role, attached);
    }

    static Template template(String region, Map<String, String> parameters) {
        try {
            Place here = new Place(region, "123456789012", "http://localhost:4566");
            return Template.read(Path.of("deploy/template.yaml"), here, parameters);
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

    /** Of the role's own policies, whose length IAM limits together. */
    List<Map<String, Object>> inline() {
        return role.list("Policies").stream()
                .map(policy -> Resource.asMap(Resource.asMap(policy).get("PolicyDocument")))
                .flatMap(DeployedFunction::statements)
                .toList();
    }

    private static Stream<Map<String, Object>> statements(Map<String, Object> document) {
        List<Object> all = Resource.asList(document.get("Statement"));
        return all.stream().map(Resource::asMap);
    }

    public List<PolicyStatement> grants() {
        Stream<Map<String, Object>> others =
                attached.stream().map(policy -> policy.map("PolicyDocument")).flatMap(DeployedFunction::statements);
        return Stream.concat(others, inline().stream()).map(PolicyStatement::of).toList();
    }

    Set<String> granted() {
        Set<String> granted = new TreeSet<>();
        grants().stream().filter(PolicyStatement::allows).forEach(grant -> granted.addAll(grant.actions()));
        return granted;
    }

    @Override
    public String toString() {
        return handler();
    }
}
