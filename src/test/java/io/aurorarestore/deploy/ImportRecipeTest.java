package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.docs.DocPage;
import io.aurorarestore.local.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is imported after a swap is in the template, is named as CloudFormation identifies it, and would be kept. */
class ImportRecipeTest {

    private static final Path FOLDER = Path.of("deploy/import");
    private static final Pattern QUOTED = Pattern.compile("`([A-Z]\\w+)`");

    /** The name is what a cluster is known by, and the others are nothing that Aurora PostgreSQL is told. */
    private static final Set<String> NOT_SAID_BY_THE_PAGE =
            Set.of("DBClusterIdentifier", "DBSystemId", "ClusterScalabilityType");

    private final DeployTemplate template = DeployTemplate.of(FOLDER.resolve("orders.yaml"));
    private final ResourceSchemas schemas = new ResourceSchemas();

    @Test
    void each_resource_is_identified_by_its_primary_identifier_as_the_template_has_it() throws IOException {
        JsonNode imported = read("resources.json");

        assertThat(imported).isNotEmpty().allSatisfy(one -> {
            Map<String, Object> resource =
                    template.resource(one.path("LogicalResourceId").asText());
            JsonNode schema = schemas.of(one.path("ResourceType").asText()).orElseThrow();
            Map<String, String> identifier = texts(one.path("ResourceIdentifier"));

            assertThat(resource).containsEntry("Type", one.path("ResourceType").asText());
            assertThat(identifier).containsOnlyKeys(words(schema.path("identifier")));
            assertThat(Resource.asMap(resource.get("Properties"))).containsAllEntriesOf(identifier);
        });
    }

    @Test
    void the_cdk_imports_the_same() throws IOException {
        Map<String, Map<String, String>> imported = new TreeMap<>();
        read("resources.json")
                .forEach(one ->
                        imported.put(one.path("LogicalResourceId").asText(), texts(one.path("ResourceIdentifier"))));
        Map<String, Map<String, String>> byCdk = new TreeMap<>();
        read("cdk-mapping.json").properties().forEach(one -> byCdk.put(one.getKey(), texts(one.getValue())));

        assertThat(byCdk).isEqualTo(imported);
    }

    @Test
    void nothing_that_is_imported_goes_with_the_stack() {
        assertThat(template.section("Resources").values())
                .allSatisfy(resource -> assertThat(Resource.asMap(resource))
                        .containsEntry("DeletionPolicy", "Retain")
                        .containsEntry("UpdateReplacePolicy", "Retain"));
    }

    /** The page warns of what CloudFormation would replace a cluster for. */
    @Test
    void what_is_said_to_replace_a_cluster_does() {
        String page = page().text();
        int begin = page.indexOf("Never write what can only be said when a cluster is made");
        Set<String> named = QUOTED.matcher(page.substring(begin, page.indexOf("and of an instance its name", begin)))
                .results()
                .map(quoted -> quoted.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(schemas.of("AWS::RDS::DBCluster").orElseThrow().path("createOnly"))
                .extracting(JsonNode::asText)
                .filteredOn(property -> !NOT_SAID_BY_THE_PAGE.contains(property))
                .containsExactlyInAnyOrderElementsOf(named);
        assertThat(words(schemas.of("AWS::RDS::DBInstance").orElseThrow().path("createOnly")))
                .contains("DBInstanceIdentifier");
    }

    private static DocPage page() {
        return DocPage.all().stream()
                .filter(page -> page.toString().endsWith("infrastructure.md"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> texts(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().asText()));
    }

    private static String[] words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
    }

    private static JsonNode read(String file) throws IOException {
        return new JsonMapper().readTree(Files.readString(FOLDER.resolve(file)));
    }
}
