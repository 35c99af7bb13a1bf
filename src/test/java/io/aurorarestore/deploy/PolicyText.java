package io.aurorarestore.deploy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A statement of a policy as it is written in a file, of a role, a queue, a bus or a key. JSON is YAML too. */
record PolicyText(Path file, MappingNode node) {

    /** Of every template and policy that is shipped. */
    static List<PolicyText> all() {
        try (Stream<Path> files = Files.walk(Path.of("deploy"))) {
            return files.filter(file -> file.toString().matches(".*\\.yaml|.*/policies/.*\\.json"))
                    .sorted()
                    .flatMap(PolicyText::in)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<PolicyText> in(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            List<PolicyText> found = new ArrayList<>();
            collect(file, new Yaml().compose(reader), found);
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Path file, Node node, List<PolicyText> found) {
        if (node instanceof MappingNode mapping) {
            PolicyText one = new PolicyText(file, mapping);
            if (one.value("Effect").isPresent()) {
                found.add(one);
            }
            mapping.getValue().forEach(entry -> collect(file, entry.getValueNode(), found));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(value -> collect(file, value, found));
        }
    }

    boolean has(String element) {
        return value(element).isPresent();
    }

    String sid() {
        return String.join("", texts("Sid"));
    }

    /** The values of an element: of one, or of several in a list. */
    List<String> texts(String element) {
        return value(element).stream()
                .flatMap(node -> node instanceof SequenceNode sequence ? sequence.getValue().stream() : Stream.of(node))
                .filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).getValue())
                .toList();
    }

    private Optional<Node> value(String element) {
        return node.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(element))
                .map(entry -> entry.getValueNode())
                .findFirst();
    }

    @Override
    public String toString() {
        return file + " " + sid() + texts("Action");
    }
}
