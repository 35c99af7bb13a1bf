package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.template.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the templates against CloudFormation's own schemas, without an account. */
class TemplateSchemaTest {

    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Transform",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Globals",
            "Resources",
            "Outputs");
    private static final Set<String> OF_A_RESOURCE =
            Set.of("Type", "Condition", "DependsOn", "Metadata", "Properties", "DeletionPolicy", "UpdateReplacePolicy");

    private static final String FUNCTION = "AWS::Serverless::Function";

    /** Of a template without functions. */
    private static final Map<String, Object> NOTHING_MISSING =
            Map.of("Handler", "h", "CodeUri", "c", "Runtime", "java21");

    private final ResourceSchemas schemas = new ResourceSchemas();

    static List<DeployTemplate> templates() {
        return DeployTemplate.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_type_and_property_is_one_that_cloudformation_knows(DeployTemplate template) {
        assertThat(SECTIONS).containsAll(template.body().keySet());
        assertThat(template.section("Resources"))
                .allSatisfy((id, resource) ->
                        assertThat(problems(id, whole(template, resource))).isEmpty());
    }

    /** A function with what {@code Globals} says, each property whole. */
    private static Map<String, Object> whole(DeployTemplate template, Object resource) {
        Map<String, Object> whole = new HashMap<>(Resource.asMap(resource));
        if (FUNCTION.equals(whole.get("Type"))) {
            Map<String, Object> properties =
                    new HashMap<>(Resource.asMap(template.section("Globals").get("Function")));
            properties.putAll(Resource.asMap(whole.get("Properties")));
            whole.put("Properties", properties);
        }
        return whole;
    }

    @ParameterizedTest
    @MethodSource("templates")
    void what_applies_to_all_functions_is_known_too(DeployTemplate template) {
        Object globals = template.section("Globals").getOrDefault("Function", NOTHING_MISSING);
        PropertyCheck check = new PropertyCheck(schemas.of(FUNCTION).orElseThrow());

        check.object("Globals", schemas.of(FUNCTION).orElseThrow().path("properties"), globals);

        assertThat(check.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_reference_leads_to_something(DeployTemplate template) {
        List<String> references = new ArrayList<>(
                Intrinsic.references(template.section("Resources")).toList());
        references.addAll(Intrinsic.references(template.section("Outputs")).toList());
        references.addAll(Intrinsic.references(template.section("Globals")).toList());

        assertThat(references).allMatch(reference -> exists(template, reference));
    }

    @Test
    void a_property_that_there_is_not_is_found() {
        assertThat(queue(Map.of("VisibilityTimout", 360))).containsExactly("Q.VisibilityTimout is not known");
        assertThat(queue(Map.of("VisibilityTimeout", "long")))
                .containsExactly("Q.VisibilityTimeout is no integer: long");
        assertThat(queue(Map.of("VisibilityTimeout", Map.of("Ref", "Long")))).isEmpty();
        assertThat(queue(Map.of(
                        "VisibilityTimeout", Map.of("Fn::If", List.of("Is", "long", Map.of("Ref", "AWS::NoValue"))))))
                .containsExactly("Q.VisibilityTimeout is no integer: long");
    }

    @Test
    void what_is_required_and_a_word_that_there_is_not_are_found() {
        assertThat(problems("A", Map.of("Type", "AWS::KMS::Alias", "Properties", Map.of("AliasName", "alias/a"))))
                .containsExactly("A has no TargetKeyId");
        assertThat(problems("X", Map.of("Type", "AWS::SQS::Quue"))).containsExactly("X: AWS::SQS::Quue is not known");
        Map<String, Object> function = Map.of("Handler", "h", "CodeUri", "c", "Runtime", "java8", "Events", Map.of());
        assertThat(problems("F", Map.of("Type", "AWS::Serverless::Function", "Properties", function)))
                .singleElement()
                .asString()
                .contains("java8");
    }

    private List<String> queue(Map<String, Object> properties) {
        return problems("Q", Map.of("Type", "AWS::SQS::Queue", "Properties", properties));
    }

    private List<String> problems(String id, Map<String, Object> resource) {
        return schemas.of(resource.get("Type"))
                .map(schema -> problems(id, schema, resource))
                .orElseGet(() -> List.of(id + ": " + resource.get("Type") + " is not known"));
    }

    private static List<String> problems(String id, JsonNode schema, Map<String, Object> resource) {
        PropertyCheck check = new PropertyCheck(schema);
        check.object(id, schema.path("properties"), resource.getOrDefault("Properties", Map.of()));
        resource.keySet().stream()
                .filter(key -> !OF_A_RESOURCE.contains(key))
                .forEach(key -> check.problems().add(id + " has a " + key));
        return check.problems();
    }

    private boolean exists(DeployTemplate template, String reference) {
        String[] parts = reference.split("\\.", 2);
        if (parts.length == 1) {
            return reference.startsWith("AWS::")
                    || template.section("Parameters").containsKey(parts[0])
                    || template.section("Resources").containsKey(parts[0]);
        }
        return template.section("Resources").containsKey(parts[0])
                && schemas.hasAttribute(template.resource(parts[0]), parts[1]);
    }
}
