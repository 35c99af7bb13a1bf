package io.aurorarestore.local.iam;

import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import io.aurorarestore.local.template.TemplateError;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The roles that a template gives to its functions. */
public record TemplateRoles(Template template) {

    private static final String KIND = "AWS::IAM::Role";

    /** @throws TemplateError if the function has no role of the template's */
    public Role of(Resource function) {
        Resource role = declared(function);
        return new Role(
                name(role),
                function.text("FunctionName"),
                documents(role)
                        .flatMap(document -> statements(role.logicalId(), document))
                        .toList());
    }

    /** Of the policies that name the role, then of its own. */
    private Stream<Map<String, Object>> documents(Resource role) {
        Stream<Map<String, Object>> attached = template.all("AWS::IAM::ManagedPolicy").stream()
                .filter(policy -> policy.list("Roles").contains(name(role)))
                .map(policy -> policy.map("PolicyDocument"));
        Stream<Map<String, Object>> own = role.list("Policies").stream()
                .map(policy -> Resource.asMap(Resource.asMap(policy).get("PolicyDocument")));
        return Stream.concat(attached, own);
    }

    private Resource declared(Resource function) {
        String arn = function.text("Role");
        return template.all(KIND).stream()
                .filter(role -> arn.endsWith(":role/" + name(role)))
                .findFirst()
                .orElseThrow(() -> new TemplateError(function.logicalId(), "there is no role " + arn));
    }

    private static String name(Resource role) {
        return String.valueOf(role.properties().getOrDefault("RoleName", role.logicalId()));
    }

    private static Stream<Statement> statements(String role, Map<String, Object> document) {
        List<Object> all = Resource.asList(document.get("Statement"));
        return all.stream().map(Resource::asMap).map(one -> Statement.of(role, one));
    }
}
