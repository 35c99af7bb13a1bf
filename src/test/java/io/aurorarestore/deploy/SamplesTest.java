package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.model.settings.ClusterSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shipped to be copied works as it is with the template's defaults and the example configuration. */
class SamplesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SAMPLE = Pattern.compile("file://((?:deploy|events)/[a-z-]+\\.json)\\b");
    private static final Pattern CONFIGURED = Pattern.compile("\"TargetPattern=([^\"]+)\"");

    static List<Path> samples() throws IOException {
        try (Stream<Path> deploy = Files.list(Path.of("deploy"));
                Stream<Path> events = Files.list(Path.of("events"))) {
            return Stream.concat(deploy, events)
                    .filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith(".asl.json"))
                    .filter(file -> !file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_secret_is_one_that_the_roles_may_read_or_write(Path sample) {
        JsonNode whole = read(sample);

        assertThat(whole.findValuesAsText("secret")).allMatch(name -> fits("UserSecretPattern", name));
        assertThat(whole.findValuesAsText("masterSecret"))
                .allMatch(name -> name.equals("managed") || fits("MasterSecretPattern", target(name)));
    }

    @Test
    void the_example_profile_names_a_secret() {
        assertThat(read(Path.of("deploy/profile.json")).findValuesAsText("secret"))
                .isNotEmpty();
        assertThat(fits("UserSecretPattern", "orders/app")).isFalse();
    }

    /** The samples that the guide leads through. */
    @Test
    void the_guide_restores_into_what_the_example_configuration_permits_and_that_is_not_the_source() {
        List<JsonNode> guided = SAMPLE.matcher(text(Path.of("docs/deploy.md")))
                .results()
                .map(found -> read(Path.of(found.group(1))))
                .toList();

        assertThat(guided.stream().flatMap(one -> one.findValuesAsText("target").stream()))
                .isNotEmpty()
                .allMatch(SamplesTest::mayBeReplaced);
        assertThat(guided.stream()
                        .flatMap(one -> one.findValues("allowedTargets").stream())
                        .flatMap(some -> Stream.of(JSON.convertValue(some, String[].class))))
                .isNotEmpty()
                .allMatch(SamplesTest::mayBeReplaced);
        assertThat(guided.stream().flatMap(one -> one.findValuesAsText("cluster").stream()))
                .isNotEmpty()
                .noneMatch(SamplesTest::mayBeReplaced);
    }

    private static boolean mayBeReplaced(String cluster) {
        Matcher configured = CONFIGURED.matcher(text(Path.of("deploy/samconfig.toml")));
        assertThat(configured.find()).isTrue();
        return matches(configured.group(1), cluster);
    }

    private static String target(String masterSecret) {
        return masterSecret.replace(ClusterSettings.TARGET, "orders-staging");
    }

    private static boolean fits(String parameter, String name) {
        Object declared =
                DeployTemplate.of(DeployTemplate.SERVICE).section("Parameters").get(parameter);
        return matches(Resource.asMap(declared).get("Default").toString(), name);
    }

    private static boolean matches(String pattern, String name) {
        return name.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }

    /** What is JSON in a text, as the detail of an event is, is read too. */
    private static JsonNode read(Path file) {
        try {
            return opened(JSON.readTree(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode opened(JsonNode node) throws IOException {
        if (node instanceof TextNode text && text.textValue().startsWith("{")) {
            return JSON.readTree(text.textValue());
        }
        if (node.isContainerNode()) {
            List<JsonNode> parts = new ArrayList<>();
            for (JsonNode part : node) {
                parts.add(opened(part));
            }
            if (node.isArray()) {
                return JSON.createArrayNode().addAll(parts);
            }
            var names = node.fieldNames();
            var whole = JSON.createObjectNode();
            parts.forEach(part -> whole.set(names.next(), part));
            return whole;
        }
        return node;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
