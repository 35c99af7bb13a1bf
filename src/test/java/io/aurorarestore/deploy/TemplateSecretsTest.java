package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Parameters and environment variables are seen by all who may look at the stack or a function: secrets have a name. */
class TemplateSecretsTest {

    private static final Set<String> SEEN_BY_ALL = Set.of("Parameters", "Variables");
    /** A pattern of secrets' names is none itself. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:passw|secret|token|credential|private_?key)(?!\\w*Pattern$)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "template.yaml",
                "sandbox.yaml",
                "source.yaml",
                "workflow.yaml",
                "hooks/fargate.yaml",
                "hooks/step-functions.yaml"
            })
    void no_parameter_and_no_variable_takes_a_secret(String template) throws IOException {
        List<String> names = new ArrayList<>();
        try (Reader yaml = Files.newBufferedReader(Path.of("deploy", template))) {
            collect(new Yaml().compose(yaml), false, names);
        }

        assertThat(names).isNotEmpty().noneMatch(name -> SECRET.matcher(name).find());
    }

    private static void collect(Node node, boolean seenByAll, List<String> names) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(one -> collect(one, false, names));
        } else if (node instanceof MappingNode map) {
            map.getValue().forEach(entry -> collect(entry, seenByAll, names));
        }
    }

    private static void collect(NodeTuple entry, boolean seenByAll, List<String> names) {
        String name = ((ScalarNode) entry.getKeyNode()).getValue();
        if (seenByAll) {
            names.add(name);
        }
        collect(entry.getValueNode(), SEEN_BY_ALL.contains(name), names);
    }
}
